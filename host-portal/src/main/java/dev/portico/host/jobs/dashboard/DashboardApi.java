package dev.portico.host.jobs.dashboard;

import dev.portico.host.audit.AuditService;
import dev.portico.host.jobs.RunCancellation;
import dev.portico.host.jobs.Steward;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.storage.JobNotFoundException;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;

/** What JobRunr's pages ask and do; what they do is followed up and recorded. */
class DashboardApi {

    private static final Pattern JOB = Pattern.compile("/api/jobs/([0-9a-fA-F-]{36})(/requeue)?");
    private static final Pattern RECURRING = Pattern.compile("/api/recurring-jobs/([^/]+)(/trigger)?");

    private final JobRunrApiHandler handler;
    private final StorageProvider storage;
    private final AuditService audit;
    private final RunCancellation cancellation;
    private final Steward steward;

    DashboardApi(
            StorageProvider storage,
            JsonMapper mapper,
            AuditService audit,
            RunCancellation cancellation,
            Steward steward) {
        this.handler = new JobRunrApiHandler(storage, mapper, false);
        this.storage = storage;
        this.audit = audit;
        this.cancellation = cancellation;
        this.steward = steward;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, URI address) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean write = !request.getMethod().equals("GET");
        String subject = write ? subject(address.getPath()) : "";
        DashboardExchange exchange = new DashboardExchange(request, response, address, body);
        handler.handle(exchange);
        if (write && exchange.getResponseCode() == HttpServletResponse.SC_NO_CONTENT) {
            follow(request.getMethod(), address.getPath(), subject);
        }
        body.writeTo(response.getOutputStream());
    }

    /** The name of the job, as long as there is one. */
    private String subject(String path) {
        Matcher job = JOB.matcher(path);
        if (!job.matches()) {
            return path.substring(path.indexOf('/', 1) + 1);
        }
        try {
            return storage.getJobById(UUID.fromString(job.group(1))).getJobName();
        } catch (JobNotFoundException | IllegalArgumentException unknown) {
            return job.group(1);
        }
    }

    private void follow(String method, String path, String subject) {
        Matcher job = JOB.matcher(path);
        Matcher recurring = RECURRING.matcher(path);
        if (job.matches() && method.equals("DELETE")) {
            cancellation.jobDeleted(UUID.fromString(job.group(1)));
            audit.record("portal", "job.deleted", subject, job.group(1));
        } else if (job.matches()) {
            steward.kick();
            audit.record("portal", "job.requeued", subject, job.group(1));
        } else if (recurring.matches() && method.equals("DELETE")) {
            audit.record("portal", "schedule.deleted", recurring.group(1), "");
        } else if (recurring.matches()) {
            steward.kick();
            audit.record("portal", "schedule.triggered", recurring.group(1), "");
        } else {
            audit.record("portal", "jobs.changed", subject, method);
        }
    }
}
