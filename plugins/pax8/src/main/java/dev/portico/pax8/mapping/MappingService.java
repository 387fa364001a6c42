package dev.portico.pax8.mapping;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.MappingStore.Mapping;
import dev.portico.pax8.mapping.SaveResult.Conflict;
import dev.portico.pax8.mapping.SaveResult.Saved;
import dev.portico.pax8.mapping.match.MatchCandidate;
import dev.portico.pax8.mapping.match.QuickMatch;
import dev.portico.pax8.sync.SubscriptionStore;
import dev.portico.pax8.sync.SubscriptionsChanged;
import dev.portico.pax8.sync.SyncJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Maps Pax8 companies to companies of the portal, one to one. Everything here needs {@code manage_licensing} and throws
 * {@link PermissionDenied} without it.
 */
public class MappingService {

    private static final String PERMISSION = "manage_licensing";

    private final MappingStore store;
    private final SubscriptionStore subscriptions;
    private final TransactionTemplate transaction;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MappingService(
            MappingStore store,
            SubscriptionStore subscriptions,
            TransactionTemplate transaction,
            Jobs jobs,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.jobs = jobs;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** How many companies match the text. */
    public MappingCounts counts(String text) {
        user.require(PERMISSION);
        return store.counts(text, user.companies());
    }

    /** How many companies match the query. */
    public long count(MappingQuery query) {
        return counts(query.text()).of(query.filter());
    }

    /** Part of the companies that match the query. */
    public List<MappingRow> page(MappingQuery query, int offset, int limit) {
        user.require(PERMISSION);
        return store.page(query, user.companies(), offset, limit);
    }

    /** When a mapping was saved last; empty if no company is mapped. */
    public Optional<Instant> lastMappedAt() {
        user.require(PERMISSION);
        return store.lastMappedAt();
    }

    /** What unmapping these companies would remove. */
    public UnmapImpact impact(Collection<UUID> pax8Ids) {
        user.require(PERMISSION);
        return store.impact(pax8Ids);
    }

    /**
     * Runs Quick Match over the companies that are not mapped on either side; stores nothing.
     *
     * @param threshold least likelihood, 0 to 1
     * @param leftOut Pax8 companies that are decided already
     * @param taken companies of the portal that are decided already
     */
    public List<Suggestion> propose(double threshold, Set<UUID> leftOut, Set<UUID> taken) {
        user.require(PERMISSION);
        List<MatchCandidate> left = store.unmappedPax8Companies().stream()
                .filter(company -> !leftOut.contains(company.id()))
                .toList();
        List<MatchCandidate> right = store.unmappedPortalCompanies(user.companies()).stream()
                .filter(company -> !taken.contains(company.id()))
                .toList();
        Map<UUID, String> names = new HashMap<>();
        left.forEach(company -> names.put(company.id(), company.name()));
        right.forEach(company -> names.put(company.id(), company.name()));
        ReasonTexts texts = new ReasonTexts(messages);
        return QuickMatch.propose(left, right, threshold).stream()
                .map(proposal -> new Suggestion(
                        proposal.leftId(),
                        new PortalChoice(proposal.rightId(), names.getOrDefault(proposal.rightId(), "")),
                        ReasonTexts.percent(proposal.score()),
                        proposal.ambiguous(),
                        texts.of(proposal, names)))
                .toList();
    }

    /** Who has this company of the portal. */
    public Optional<Holder> mappedTo(UUID portalId) {
        user.require(PERMISSION);
        return store.touching(List.of(), List.of(portalId)).stream()
                .map(mapping -> new Holder(mapping.pax8Id(), mapping.pax8Name()))
                .findFirst();
    }

    /** How many Pax8 companies are not mapped, the given ones left out. */
    public long undecided(Set<UUID> leftOut) {
        user.require(PERMISSION);
        return store.unmappedPax8Companies().stream()
                .filter(company -> !leftOut.contains(company.id()))
                .count();
    }

    /**
     * Saves mappings, all or none, and asks for a subscription sync. Synced subscriptions of companies that lose their
     * mapping are removed in the same transaction; Pax8 is not touched.
     *
     * @param changes the new company of the portal for each Pax8 company, or empty to unmap it; others stay as they are
     */
    public SaveResult save(Map<UUID, Optional<UUID>> changes) {
        user.require(PERMISSION);
        Change change;
        try {
            change = transaction.execute(status -> apply(changes));
        } catch (DuplicateKeyException savedMeanwhile) {
            change = conflict(changes).map(Change::refused).orElseThrow(() -> savedMeanwhile);
        }
        if (change.result() instanceof Saved) {
            events.publishEvent(new SubscriptionsChanged(SubscriptionsChanged.Cause.MAPPED));
        }
        change.log().forEach(entry -> audit.record(entry.action(), entry.subject(), entry.details()));
        if (change.result() instanceof Saved saved && saved.mapped() > 0) {
            jobs.start(SyncJobs.SUBSCRIPTIONS);
        }
        return change.result();
    }

    private Change apply(Map<UUID, Optional<UUID>> changes) {
        Optional<Conflict> conflict = conflict(changes);
        if (conflict.isPresent()) {
            return Change.refused(conflict.get());
        }
        Map<UUID, UUID> before = store.touching(changes.keySet(), Set.of()).stream()
                .collect(Collectors.toMap(Mapping::pax8Id, Mapping::portalId));
        Map<UUID, UUID> mapped = new LinkedHashMap<>();
        changes.forEach((pax8, portal) -> portal.filter(id -> !id.equals(before.get(pax8)))
                .ifPresent(id -> mapped.put(pax8, id)));
        Set<UUID> unmapped = changes.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty() && before.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        store.delete(mapped.keySet());
        store.delete(unmapped);
        store.insert(mapped, clock.instant(), user.name());
        long removed = unmapped.isEmpty() ? 0 : subscriptions.removeOfCompanies(unmapped);
        return new Change(new Saved(mapped.size(), unmapped.size(), removed), log(before, mapped, unmapped));
    }

    private List<Entry> log(Map<UUID, UUID> before, Map<UUID, UUID> mapped, Set<UUID> unmapped) {
        Set<UUID> pax8Ids = new LinkedHashSet<>(mapped.keySet());
        pax8Ids.addAll(unmapped);
        Set<UUID> portalIds = new HashSet<>(mapped.values());
        portalIds.addAll(before.values());
        Map<UUID, String> pax8 = store.pax8Names(pax8Ids);
        Map<UUID, String> portal = store.portalNames(portalIds, new CurrentUser.CompanyScope.All());
        Function<UUID, String> name = id -> portal.getOrDefault(id, id.toString());
        return pax8Ids.stream()
                .map(id -> mapped.containsKey(id)
                        ? new Entry("mapping.saved", pax8.getOrDefault(id, ""), name.apply(mapped.get(id)))
                        : new Entry("mapping.removed", pax8.getOrDefault(id, ""), name.apply(before.get(id))))
                .toList();
    }

    private Optional<Conflict> conflict(Map<UUID, Optional<UUID>> changes) {
        Map<UUID, String> pax8Names = store.pax8Names(changes.keySet());
        Map<UUID, UUID> wanted = new LinkedHashMap<>();
        for (Map.Entry<UUID, Optional<UUID>> change : changes.entrySet()) {
            if (!pax8Names.containsKey(change.getKey())) {
                return Optional.of(new Conflict(messages.text("mapping.conflict.pax8-gone")));
            }
            UUID portal = change.getValue().orElse(null);
            UUID other = portal == null ? null : wanted.put(portal, change.getKey());
            if (other != null) {
                return Optional.of(new Conflict(messages.text(
                        "mapping.conflict.twice", pax8Names.get(other), pax8Names.get(change.getKey()))));
            }
        }
        List<Mapping> touched = store.touching(changes.keySet(), wanted.keySet());
        Set<UUID> portalIds = new HashSet<>(wanted.keySet());
        touched.forEach(mapping -> portalIds.add(mapping.portalId()));
        Map<UUID, String> visible = store.portalNames(portalIds, user.companies());
        if (!visible.keySet().containsAll(wanted.keySet())) {
            return Optional.of(new Conflict(messages.text("mapping.conflict.portal-gone")));
        }
        return touched.stream()
                .filter(mapping -> !changes.containsKey(mapping.pax8Id()))
                .findFirst()
                .map(mapping -> new Conflict(messages.text(
                        "mapping.conflict.taken",
                        visible.getOrDefault(mapping.portalId(), ""),
                        mapping.pax8Name(),
                        pax8Names.getOrDefault(wanted.get(mapping.portalId()), ""))));
    }

    /** A Pax8 company that has a company of the portal. */
    public record Holder(UUID pax8Id, String pax8Name) {}

    private record Entry(String action, String subject, String details) {}

    private record Change(SaveResult result, List<Entry> log) {

        static Change refused(Conflict conflict) {
            return new Change(conflict, List.of());
        }
    }
}
