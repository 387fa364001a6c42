package dev.portico.host.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people reach the portal, for links that are read outside of a browser that shows it; setting {@code
 * portico.public-address}.
 *
 * @param publicAddress such as {@code https://portal.example.com}, with the context path if there is one; unset if
 *     nobody said
 */
@ConfigurationProperties("portico")
public record PublicAddress(@Nullable String publicAddress) {

    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern BREAKS = Pattern.compile("\\p{Cc}+");

    /**
     * Checks it.
     *
     * @throws MailStartException if it is no address of a web page
     */
    public PublicAddress {
        publicAddress = publicAddress == null || publicAddress.isBlank()
                ? null
                : SLASHES.matcher(publicAddress.strip()).replaceFirst("");
        if (publicAddress != null && !isWebAddress(publicAddress)) {
            throw MailStartException.wrongAddress(publicAddress);
        }
    }

    /**
     * The whole address of a page, if the portal's own is known.
     *
     * @param path without a leading slash; query parameters are allowed
     */
    public Optional<String> of(String path) {
        return Optional.ofNullable(publicAddress)
                .map(portal -> portal + "/" + BREAKS.matcher(path).replaceAll("").replace(" ", "%20"));
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
