package dev.portico.host.jobs;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;

/** JobRunr's dashboard in the portal. */
@Route(value = "jobs", layout = MainLayout.class)
@RequiresPermission(JobsView.PERMISSION)
public class JobsView extends Div implements HasDynamicTitle {

    /** Needed for this view and for everything behind it. */
    public static final String PERMISSION = "manage_jobs";

    private static final String DASHBOARD = "jobs/dashboard/overview";

    private final transient Texts texts = Texts.of("jobs");

    /** Shows the overview. */
    public JobsView() {
        addClassNames("page", "page-fill", "page-column");
        add(head(), frame());
    }

    private PageHead head() {
        PageHead head = new PageHead(texts.text("view.title"));
        head.setSubtitle(texts.text("view.subtitle"));
        Anchor window = new Anchor(DASHBOARD, texts.text("view.window"), AnchorTarget.BLANK);
        window.setRouterIgnore(true);
        head.addAction(window);
        return head;
    }

    private IFrame frame() {
        IFrame frame = new IFrame(DASHBOARD);
        frame.setTitle(texts.text("view.frame"));
        frame.addClassName("jobs-dashboard");
        return frame;
    }

    @Override
    public String getPageTitle() {
        return Titles.page(texts.text("view.title"));
    }
}
