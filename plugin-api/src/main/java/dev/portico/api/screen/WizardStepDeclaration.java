package dev.portico.api.screen;

/**
 * One step of the set-up wizard.
 *
 * @param id part of the address, such as {@code connect}
 * @param titleKey text key of the title
 * @param step the bean that makes the content
 */
public record WizardStepDeclaration(String id, String titleKey, Class<? extends WizardStep> step) {}
