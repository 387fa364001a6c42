package dev.portico.host.security.people;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.people.ClientUser.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The users of client companies, for the MSP's people who may manage users and see the company. Whatever is asked of a
 * user of another company is refused.
 */
@Service
public class ClientUsers {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final UserService users;
    private final Invitations invitations;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClientUsers(
            JdbcClient jdbc,
            CurrentUser user,
            UserService users,
            Invitations invitations,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.users = users;
        this.invitations = invitations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A role that can be given to client users. */
    public record Role(UUID id, String name) {}

    /** What became of the wish to add somebody. */
    public sealed interface Added {

        /** There is such a user now, who can set a password with the link. */
        record Done(Invitations.Link link) implements Added {}

        /** Somebody signs in with that address already, at whichever company. */
        record EmailTaken() implements Added {}

        /** The name is missing or longer than 100 characters. */
        record NameWrong() implements Added {}

        /** That is no e-mail address. */
        record EmailWrong() implements Added {}
    }

    /** Whether the current user may manage the users of a company. */
    public boolean mayManage(UUID company) {
        boolean visible = switch (user.companies()) {
            case CompanyScope.All all -> true;
            case CompanyScope.Only only -> only.ids().contains(company);
        };
        // why: a client user's role may hold the permission by mistake, and would then let in whomever
        return visible && user.client().isEmpty() && user.may(UserService.MANAGE);
    }

    /** The users of a company, by name. */
    public List<ClientUser> of(UUID company) {
        require(company);
        Instant now = clock.instant();
        return jdbc.sql("""
                        select u.id, u.name, u.email, u.enabled, u.password_hash is not null as signs_in, u.changed_at,
                            coalesce(i.expires_at, to_timestamp(0)) as expires_at,
                            coalesce((select string_agg(r.name, ', ' order by lower(r.name))
                                from portal.user_role ur join portal.role r on r.id = ur.role_id
                                where ur.user_id = u.id), '') as role
                        from portal.app_user u left join portal.invitation i on i.user_id = u.id
                        where u.kind = 'CLIENT' and u.company_id = :company
                        order by lower(u.name), u.id
                        """)
                .param("company", company)
                .query((row, number) -> read(row, now))
                .list();
    }

    /** The roles that client users can be given. */
    public List<Role> roles() {
        user.require(UserService.MANAGE);
        return jdbc.sql("select id, name from portal.role where not builtin order by lower(name)")
                .query(Role.class)
                .list();
    }

    /**
     * Adds a user who has no password yet.
     *
     * @param role one of {@link #roles}
     * @throws IllegalArgumentException if the role is none that client users can be given
     */
    public Added add(UUID company, String name, String email, UUID role) {
        require(company);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return new Added.NameWrong();
        }
        if (email.strip().length() > LONGEST_EMAIL || !EMAIL.matcher(email.strip()).matches()) {
            return new Added.EmailWrong();
        }
        NewUser person = NewUser.withoutPassword(email, name, new NewUser.Reach.ClientOf(company), Set.of(role));
        try {
            return transactions.execute(
                    status -> new Added.Done(invitations.invite(users.create(person))));
        } catch (DuplicateKeyException taken) {
            return new Added.EmailTaken();
        }
    }

    /** Makes a new link with which a user sets a password; the old one stops working. */
    @Transactional
    public Invitations.Link newLink(UUID company, UUID person) {
        require(company, person);
        return invitations.invite(person);
    }

    /** Lets a user in or keeps the user out; it takes effect at the user's next request. */
    @Transactional
    public void setEnabled(UUID company, UUID person, boolean enabled) {
        require(company, person);
        users.setEnabled(person, enabled);
    }

    private void require(UUID company) {
        if (!mayManage(company)) {
            throw new PermissionDenied(UserService.MANAGE);
        }
    }

    private void require(UUID company, UUID person) {
        require(company);
        Optional<UUID> found = jdbc.sql(
                        "select id from portal.app_user where id = :id and kind = 'CLIENT' and company_id = :company")
                .param("id", person)
                .param("company", company)
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw new PermissionDenied(UserService.MANAGE);
        }
    }

    private static ClientUser read(ResultSet row, Instant now) throws SQLException {
        Instant until = row.getTimestamp("expires_at").toInstant();
        State state;
        if (!row.getBoolean("enabled")) {
            state = State.DEACTIVATED;
        } else if (row.getBoolean("signs_in")) {
            state = State.ACTIVE;
        } else {
            state = until.isAfter(now) ? State.INVITED : State.EXPIRED;
        }
        return new ClientUser(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("role"),
                state,
                until,
                row.getTimestamp("changed_at").toInstant());
    }
}
