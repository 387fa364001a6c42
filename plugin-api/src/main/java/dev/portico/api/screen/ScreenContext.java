package dev.portico.api.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One visit to a page. */
public interface ScreenContext {

    /** A query parameter of the address, if given. */
    Optional<String> parameter(String name);

    /** Writes a query parameter into the address without a new visit; an empty value removes it. */
    void rememberParameter(String name, Optional<String> value);

    /** The muted line below the title: what this is and how fresh its data is. */
    void subtitle(String text);

    /** Puts a component to the right of the title. */
    void addAction(Component action);

    /**
     * Calls back again and again while the page is shown, with the session locked, and pushes what changed. A callback
     * that throws shows the page's error box and is called again the next time.
     *
     * @param interval time between calls, at least half a second
     */
    void every(Duration interval, Runnable refresh);

    /**
     * Names the detail of a layout for those who do not see it: where the detail lies over the page, the layout makes a
     * dialog of it, which without a name would be announced as nothing but "dialog".
     *
     * @param name translated, such as "Request"
     */
    void nameDetail(MasterDetailLayout layout, String name);

    /** Says whether there is input that leaving would lose; leaving then asks first. */
    void unsavedWhen(BooleanSupplier unsaved);

    /** Leads the browser to a page of the portal; the path may have a query, such as {@code licensing/requests?request=7}. */
    void navigate(String path);

    /** Leads the browser to an address outside Vaadin's routes, such as a download or an OAuth connect address. */
    void leaveTo(String address);

    /** Tells the user shortly that something was done. */
    void notify(String text);

    /** Tells the user that something failed and what to do. */
    void notifyProblem(String text);

    /** Tells the user that something was done and offers to take it back. */
    void notifyWithUndo(String text, Runnable undo);

    /**
     * Asks before something that cannot be undone.
     *
     * @param title the act, such as "Unmap 3 companies"
     * @param text what exactly goes, with counts
     * @param verb label of the button that does it, repeating the act
     */
    void confirm(String title, String text, String verb, Runnable act);
}
