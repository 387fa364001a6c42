package dev.portico.api.host;

/** The current user lacks a permission; an administrator can grant it. */
public class PermissionDenied extends RuntimeException {

    private final String permission;

    /** Names the permission that is missing. */
    public PermissionDenied(String permission) {
        super("The permission " + permission + " is missing; ask an administrator of the portal for it");
        this.permission = permission;
    }

    /** Key of the missing permission. */
    public String permission() {
        return permission;
    }
}
