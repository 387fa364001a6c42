/** The plugin: what it declares, its card, its job, its set-up and its removal. */
@NullMarked
package dev.portico.example;

import org.jspecify.annotations.NullMarked;
