package dev.portico.host.shell;

import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/** See {@link dev.portico.api.screen.ScreenContext#nameDetail}. */
public final class AccessibleDetail {

    /** why not once and for all: beside the list the detail has no role, and what has no role must have no name. */
    private static final String NAME =
            """
            this.updateComplete.then(() => {
                const detail = this.shadowRoot.querySelector('[part~=detail]');
                const name = () => detail.hasAttribute('role')
                    ? detail.setAttribute('aria-label', $0) : detail.removeAttribute('aria-label');
                new MutationObserver(name).observe(detail, {attributeFilter: ['role']});
                name();
            });""";

    private AccessibleDetail() {}

    /**
     * Gives the detail its name.
     *
     * @param name in the user's language, such as "Request"
     */
    public static void name(MasterDetailLayout layout, String name) {
        layout.addAttachListener(attached -> layout.getElement().executeJs(NAME, name));
    }
}
