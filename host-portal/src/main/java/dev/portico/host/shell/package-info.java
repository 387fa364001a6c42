/** What all screens share: frame, navigation, page head, notices, questions, error pages, look. */
@NullMarked
package dev.portico.host.shell;

import org.jspecify.annotations.NullMarked;
