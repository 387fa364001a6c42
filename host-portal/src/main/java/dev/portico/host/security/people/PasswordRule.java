package dev.portico.host.security.people;

/** What a password must be like; length counts more than odd characters. */
public final class PasswordRule {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private PasswordRule() {}

    /** Whether a password may be taken. */
    public static boolean allows(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }
}
