@NullMarked
package dev.portico.host.clients;

import org.jspecify.annotations.NullMarked;
