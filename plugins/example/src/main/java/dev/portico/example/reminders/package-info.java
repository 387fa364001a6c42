/** Reminders of contracts that end: the rule, the table and the page. */
@NullMarked
package dev.portico.example.reminders;

import org.jspecify.annotations.NullMarked;
