package dev.portico.host.plugins.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleTest {

    @Test
    void isTheMessageAtTheRoot() {
        assertThat(Trouble.text(new IllegalStateException("outer", new IllegalArgumentException("inner"))))
                .isEqualTo("inner");
    }

    @Test
    void isTheKindWhereThereIsNoMessage() {
        assertThat(Trouble.text(new StackOverflowError())).isEqualTo("StackOverflowError");
        assertThat(Trouble.text(new IllegalStateException("  "))).isEqualTo("IllegalStateException");
    }

    @Test
    void isTheKindWhereTheMessageThrows() {
        assertThat(read(new Hostile("message"))).isEqualTo("Hostile");
    }

    @Test
    void isFoundWhereTheTextOrTheCauseThrows() {
        assertThat(read(new Hostile("text"))).isEqualTo("fine");
        assertThat(read(new Hostile("cause"))).isEqualTo("fine");
    }

    @Test
    void isFoundInAChainThatGoesInCircles() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(read(first)).isEqualTo("second");
    }

    @Test
    void isOneLineOfALengthThatAPageAndADatabaseTake() {
        String text = read(new Exception("a\u0000b\n\uD800c" + "x".repeat(10_000_000)));

        assertThat(text).startsWith("a b c").hasSizeBetween(Trouble.LENGTH - 5, Trouble.LENGTH).endsWith("x…");
    }

    private static String read(Throwable problem) {
        return Trouble.logged(LoggerFactory.getLogger(TroubleTest.class), "test", problem);
    }

    /** Throws where the portal reads it. */
    private static final class Hostile extends RuntimeException {

        private final String where;

        Hostile(String where) {
            this.where = where;
        }

        @Override
        public String getMessage() {
            return trouble("message", "fine");
        }

        @Override
        public String toString() {
            return trouble("text", "Hostile");
        }

        @Override
        public synchronized Throwable getCause() {
            trouble("cause", "");
            return null;
        }

        private String trouble(String here, String otherwise) {
            if (here.equals(where)) {
                throw new AssertionError("hostile " + here);
            }
            return otherwise;
        }
    }
}
