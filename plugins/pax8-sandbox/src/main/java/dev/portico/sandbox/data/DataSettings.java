package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much data the sandbox has.
 *
 * @param size     size of the invented partner
 * @param products products in the list; without it, what the size says
 */
@ConfigurationProperties("sandbox")
public record DataSettings(@DefaultValue("M") Size size, @Nullable Integer products) {

    int productCount() {
        return products == null ? size.products() : products;
    }
}
