package org.towercrier.campaign.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code campaign policy}: lists, shows, imports and activates contact policies. */
@Command(name = "policy")
public final class PolicyCommand extends CampaignWork {

    @Option(names = "--import", paramLabel = "FILE")
    Path imported;
    @Option(names = "--export", paramLabel = "NAME", arity = "0..1", fallbackValue = "")
    String exported;
    @Option(names = "--activate", paramLabel = "NAME")
    String activated;
    @Option(names = "--out", paramLabel = "FILE")
    Path out;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        ContactPolicies policies = context.service(ContactPolicies.class);
        if (imported != null) {
            ContactPolicy policy = read(context, imported, ContactPolicy.class);
            long before = policy.getName() == null ? Documents.NEW
                    : policies.open(policy.getName()).map(Versioned::version).orElse(Documents.NEW);
            long version = policies.save(policy, before);
            context.out().println(context.messages().text("Imported", policy.getName(), version));
            context.json(Map.of("name", policy.getName(), "version", version, "active", Boolean.TRUE.equals(policy.getActive())));
        } else if (activated != null) {
            policies.activate(activated);
            context.out().println(context.messages().text("Policy_Active", activated));
            context.json(Map.of("name", activated, "active", true));
        } else if (exported != null) {
            ContactPolicy policy = exported.isEmpty() ? policies.inForce().policy()
                    : policies.list().stream().filter(each -> exported.equals(each.getName())).findFirst()
                            .orElseThrow(() -> new CampaignException("Policy_Unknown", exported));
            write(context, policy, out);
        } else {
            list(policies, context);
        }
        return ExitCode.DONE;
    }

    private static void list(ContactPolicies policies, CommandContext context) throws StoreException {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (ContactPolicy policy : policies.list()) {
            boolean active = Boolean.TRUE.equals(policy.getActive());
            context.out().println((active ? "* " : "  ") + policy.getName() + (policy.getLabel() == null ? "" : " – " + policy.getLabel()));
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", policy.getName());
            map.put("label", policy.getLabel());
            map.put("active", active);
            documents.add(map);
        }
        context.json(Map.of("policies", documents));
    }
}
