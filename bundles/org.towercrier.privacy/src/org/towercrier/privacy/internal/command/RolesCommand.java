package org.towercrier.privacy.internal.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Role;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code roles [grant USER ROLE]}: who may see personal data. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "roles", subcommands = RolesCommand.Grant.class)
public final class RolesCommand implements HeadlessCommand {

    /** Base name of the texts of these commands. */
    static final String MESSAGES = "OSGI-INF/l10n/privacy-commands";

    @Override
    public int run(CommandContext context) throws StoreException {
        print(context.service(Disclosure.class), context);
        return ExitCode.DONE;
    }

    private static void print(Disclosure disclosure, CommandContext context) throws StoreException {
        Map<String, Role> roles = disclosure.roles();
        if (roles.isEmpty()) {
            context.out().println(context.messages().text("Roles_None"));
        }
        Table table = Table.in(context).text(context.messages().text("Roles_User")).text(context.messages().text("Roles_Role"))
                .text(context.messages().text("Roles_Sees"));
        roles.forEach((user, role) -> table.row(user, name(role), sees(role, context)));
        Role own = disclosure.role(disclosure.user());
        if (!roles.containsKey(disclosure.user())) {
            table.row(disclosure.user(), name(own), sees(own, context));
        }
        table.print(context.out());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("user", disclosure.user());
        document.put("role", name(own));
        document.put("maySeePeople", own.seesPeople());
        document.put("given",
                roles.entrySet().stream().map(entry -> Map.of("user", entry.getKey(), "role", name(entry.getValue()))).toList());
        context.json(document);
    }

    private static String sees(Role role, CommandContext context) {
        return context.messages().text(role.seesPeople() ? "Roles_Asks" : "Roles_Never");
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String messages() {
        return MESSAGES;
    }

    /** {@code roles grant USER ROLE}: for administrators; written to the audit log. */
    @Command(name = "grant")
    static final class Grant implements HeadlessCommand {

        @Parameters(index = "0", paramLabel = "USER")
        String user;
        @Parameters(index = "1", paramLabel = "ROLE")
        String role;

        @Override
        public int run(CommandContext context) throws StoreException {
            Role wanted = Arrays.stream(Role.values()).filter(each -> each.name().equalsIgnoreCase(role)).findFirst()
                    .orElseThrow(() -> new UsageException(context.messages().text("Roles_Unknown", role,
                            String.join(", ", Arrays.stream(Role.values()).map(RolesCommand::name).toList()))));
            Disclosure disclosure = context.service(Disclosure.class);
            try {
                disclosure.grant(user, wanted);
            } catch (DisclosureRefusedException refused) {
                throw new RefusedException(refused.getMessage(), refused);
            }
            print(disclosure, context);
            return ExitCode.DONE;
        }

        @Override
        public String messages() {
            return MESSAGES;
        }
    }
}
