/** Plain HTML pages made of templates, with everything escaped that comes from outside. */
@NullMarked
package dev.portico.sandbox.pages;

import org.jspecify.annotations.NullMarked;
