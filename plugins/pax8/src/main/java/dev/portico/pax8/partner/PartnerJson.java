package dev.portico.pax8.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How Pax8's JSON is read: unknown fields are passed over; an id or date that is none becomes null. */
final class PartnerJson {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerJson.class);

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(UUID.class, new Lenient<>(UUID.class, PartnerJson::uuid))
                    .addDeserializer(Instant.class, new Lenient<>(Instant.class, PartnerDates::instant))
                    .addDeserializer(LocalDate.class, new Lenient<>(LocalDate.class, PartnerDates::date)))
            .build();

    ObjectReader reader(Class<?> type) {
        return mapper.readerFor(type);
    }

    /** For lists of rows: reads {@link ListAnswer}. */
    ObjectReader listReader(Class<? extends PartnerRow> row) {
        return mapper.readerFor(mapper.getTypeFactory().constructParametricType(ListAnswer.class, row));
    }

    byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The documented envelope of a list; Pax8 leaves out {@code content} when there is nothing to list. */
    record ListAnswer<T>(@Nullable List<@Nullable T> content, @Nullable PageInfo page) {}

    /** The documented page information. */
    record PageInfo(
            @Nullable Integer number,
            @Nullable Integer totalPages,
            @Nullable Long totalElements) {}

    private static final class Lenient<T> extends StdDeserializer<T> {

        private final transient Function<String, Optional<T>> parse;

        Lenient(Class<T> type, Function<String, Optional<T>> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                note(parser);
                return null;
            }
            String text = parser.getString();
            T value = text.isBlank() ? null : parse.apply(text).orElse(null);
            if (value == null && !text.isBlank()) {
                note(parser);
            }
            return value;
        }

        private void note(JsonParser parser) {
            LOG.debug("Pax8 sent a {} that cannot be read in {}", handledType().getSimpleName(), parser.currentName());
        }
    }
}
