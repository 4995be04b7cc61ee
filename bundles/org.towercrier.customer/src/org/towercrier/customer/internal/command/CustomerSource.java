package org.towercrier.customer.internal.command;

import java.nio.file.Path;
import java.util.Optional;

import org.towercrier.command.CommandContext;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.model.customer.Criterion;
import org.towercrier.privacy.DisclosureRefusedException;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that every command about many customers has: of the workspace, or of a table that the user names. */
final class CustomerSource {

    @Parameters(arity = "0..1", paramLabel = "FILE")
    Path file;
    @Option(names = "--profile", paramLabel = "PROFILE")
    Path profile;
    @Option(names = "--where", paramLabel = "RULE")
    String where;

    /** What is done with the customers. */
    @FunctionalInterface
    interface Work {
        int run(CommandContext workspace) throws Exception;
    }

    /** The rule; empty for everyone. */
    Optional<Criterion> criterion() throws CustomerException {
        return where == null ? Optional.empty() : Optional.of(CriterionParser.parse(where));
    }

    /** Runs where the customers are; what cannot be asked is wrong usage. */
    int on(CommandContext context, Work work) throws Exception {
        return CustomerCommands.on(file, profile, context, workspace -> {
            try {
                return work.run(workspace);
            } catch (CustomerException wrong) {
                throw new UsageException(wrong.getMessage(), wrong);
            } catch (DisclosureRefusedException refused) {
                throw new RefusedException(refused.getMessage(), refused);
            }
        });
    }
}
