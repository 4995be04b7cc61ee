package org.towercrier.privacy.internal.command;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Table;
import org.towercrier.privacy.AuditLog;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit [--most N]}: the latest entries of the audit log. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "audit")
public final class AuditCommand implements HeadlessCommand {

    @Option(names = "--most", paramLabel = "N")
    int most = 20;

    @Override
    public int run(CommandContext context) throws StoreException {
        List<AuditLog.Entry> entries = context.service(AuditLog.class).latest(Math.max(1, most));
        Table table = Table.in(context).number("#", "", 0).text(context.messages().text("Audit_Time"))
                .text(context.messages().text("Roles_User")).text(context.messages().text("Audit_Action"))
                .text(context.messages().text("Audit_Subject")).text(context.messages().text("Audit_Detail"));
        entries.forEach(each -> table.row(each.number(), each.time(), each.user(), each.action(), each.subject(), each.detail()));
        table.print(context.out());
        context.json(Map.of("entries", entries));
        return ExitCode.DONE;
    }

    @Override
    public String messages() {
        return RolesCommand.MESSAGES;
    }
}
