package dev.portico.host.shell;

/** A component for the top bar that a feature of the portal brings: a bean of prototype scope, one for each window. */
public interface TopBarTool {}
