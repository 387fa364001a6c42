-- A budget lives for a minute and is taken from at every call: nobody should wait for the disk for it. After a crash it
-- begins anew, with a tenth of its calls at once.
alter table portal.call_budget set unlogged;
