package dev.portico.host.companies;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.audit.AuditService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the companies' screen does; every call checks the permission and keeps to the companies the user may see. */
@Service
class CompanyService {

    static final String READ = "read_companies";
    static final String WRITE = "write_companies";

    private final CompanyRepository repository;
    private final CompanyQueries queries;
    private final CurrentUser user;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompanyService(
            CompanyRepository repository,
            CompanyQueries queries,
            CurrentUser user,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.user = user;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Company> page(CompanyFilter filter, long offset, int limit) {
        user.require(READ);
        return queries.page(filter, offset, limit);
    }

    int count(String text) {
        user.require(READ);
        return queries.count(text);
    }

    Optional<Company> find(UUID id) {
        user.require(READ);
        return queries.find(id);
    }

    /** Whether the user may change companies. */
    boolean mayWrite() {
        return user.may(WRITE);
    }

    /** Whether the user may add companies: who sees only some would not see a new one. */
    boolean mayCreate() {
        return user.companies() instanceof CompanyScope.All && user.may(WRITE);
    }

    /** Whether the user may see and change who signs in for a company. */
    boolean mayManageUsers() {
        return user.client().isEmpty() && user.may("manage_users");
    }

    Saved create(CompanyInput input) {
        requireCreate();
        return save(input, () -> repository.save(Company.create(input, clock.instant())), "company.created");
    }

    /**
     * Changes a company.
     *
     * @param read as it was when the user began
     */
    Saved change(Company read, CompanyInput input) {
        user.require(WRITE);
        if (queries.find(read.id()).isEmpty()) {
            return new Saved.Outdated();
        }
        return save(input, () -> repository.save(read.change(input, clock.instant())), "company.changed");
    }

    /** Refuses the call unless the user may add companies. */
    void requireCreate() {
        if (!mayCreate()) {
            throw new PermissionDenied(WRITE);
        }
    }

    private Saved save(CompanyInput input, Supplier<Company> write, String action) {
        Map<CompanyInput.Field, String> problems = input.problems();
        if (!problems.isEmpty()) {
            return new Saved.Invalid(problems);
        }
        try {
            return transaction.execute(status -> {
                Company saved = write.get();
                audit.record("portal", action, saved.name(), "");
                return new Saved.Done(saved);
            });
        } catch (OptimisticLockingFailureException outdated) {
            return new Saved.Outdated();
        } catch (DuplicateKeyException taken) {
            return new Saved.NameTaken();
        } catch (DbActionExecutionException failed) {
            return switch (failed.getCause()) {
                case DuplicateKeyException taken -> new Saved.NameTaken();
                case OptimisticLockingFailureException outdated -> new Saved.Outdated();
                case null, default -> throw failed;
            };
        }
    }
}
