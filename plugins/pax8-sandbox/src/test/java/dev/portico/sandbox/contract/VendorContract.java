package dev.portico.sandbox.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The vendor's own documents of the API, with our corrections of their known mistakes, as a judge over requests and responses.
 * The documents are not part of this project; where they are absent there is no judge, and contract tests are skipped.
 */
public final class VendorContract {

    private static final Pattern PAGED = Pattern.compile("/v1/(companies|products|orders|subscriptions|subscriptions/[^/]+/usage-summaries)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiInteractionValidator partner;
    private final OpenApiInteractionValidator token;

    private VendorContract(Path documents) {
        try {
            JsonNode corrections = JSON.readTree(documents.resolve("partner-corrections.jsonpatch.json").toFile());
            JsonNode vendor = JSON.readTree(documents.resolve("pax8-partner-endpoints-openapi.json").toFile());
            // why: each correction names what it corrects; one that no longer fits means that the vendor has changed the document
            partner = validator(JsonPatch.fromJson(corrections).apply(vendor).toString());
            token = validator(Files.readString(documents.resolve("pax8-authentication-openapi.json")));
        } catch (IOException | JsonPatchException e) {
            throw new IllegalStateException("The vendor's documents in " + documents + " cannot be used", e);
        }
    }

    /** Looks for a folder shared/pax8/openapi in the working folder and above it; a system property portico.pax8.openapi may name another. */
    public static Optional<VendorContract> find() {
        String named = System.getProperty("portico.pax8.openapi");
        if (named != null) {
            return Optional.of(new VendorContract(Path.of(named)));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path documents = folder.resolve("shared/pax8/openapi");
            if (Files.isDirectory(documents)) {
                return Optional.of(new VendorContract(documents));
            }
        }
        System.out.println("SKIPPED: the vendor's documents (shared/pax8/openapi beside the project) are not here, so nothing is checked against them");
        return Optional.empty();
    }

    /**
     * What is wrong with a request.
     *
     * @param target path with query, beginning with /v1/
     */
    public List<String> problemsOfRequest(String method, String target, Map<String, String> headers, @Nullable String body) {
        String path = path(target);
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
        headers.forEach(request::withHeader);
        query(target).forEach(parameter -> request.withQueryParam(parameter[0], parameter[1]));
        if (body != null) {
            request.withBody(body);
        }
        return problems(judge(path).validateRequest(request.build()));
    }

    /**
     * What is wrong with a response.
     *
     * @param target path with query of the request, beginning with /v1/
     */
    public List<String> problemsOfResponse(String method, String target, int status, String contentType, String body) {
        String path = path(target);
        SimpleResponse response = new SimpleResponse.Builder(status).withContentType(contentType).withBody(body).build();
        List<String> problems = new ArrayList<>(problems(judge(path).validateResponse(path, Request.Method.valueOf(method), response)));
        if (status == 200 && method.equals("GET") && PAGED.matcher(path).matches()) {
            problems.addAll(problemsOfPage(body));
        }
        return problems;
    }

    /** why: the documents do not require the page object, so a flat envelope would pass them. */
    private static List<String> problemsOfPage(String body) {
        try {
            JsonNode page = JSON.readTree(body).path("page");
            return List.of("size", "totalElements", "totalPages", "number").stream()
                    .filter(field -> !page.path(field).isIntegralNumber()).map(field -> "page." + field + " is missing or no whole number").toList();
        } catch (IOException e) {
            return List.of("The body is no JSON: " + e.getMessage());
        }
    }

    private OpenApiInteractionValidator judge(String path) {
        return path.equals("/v1/token") ? token : partner;
    }

    private static OpenApiInteractionValidator validator(String document) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(document)
                // why: a resolver of our own switches on the error for query parameters that no document knows, which is wanted
                .withLevelResolver(LevelResolver.create().withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE).build())
                .build();
    }

    private static List<String> problems(ValidationReport report) {
        return report.getMessages().stream().filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getContext().map(Object::toString).orElse("")).toList();
    }

    private static String path(String target) {
        return target.split("\\?", 2)[0];
    }

    private static List<String[]> query(String target) {
        String[] parts = target.split("\\?", 2);
        List<String[]> parameters = new ArrayList<>();
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                String[] field = (pair + "=").split("=", 3);
                parameters.add(new String[] {field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8)});
            }
        }
        return parameters;
    }
}
