package org.towercrier.capacity.internal.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.command.UsageException;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;

/** Rule sets as people name them: a stored set or preset by its name, or a file. */
final class RuleSetArgument {

    private RuleSetArgument() {
    }

    /**
     * The rule set of that name or in that file.
     *
     * @param option what the text was given for, for the message
     * @throws UsageException   there is neither
     * @throws RuleSetException the file cannot be read
     */
    static RuleSet find(RuleSets sets, String option, String text) throws StoreException, RuleSetException {
        Optional<RuleSet> named = sets.find(text);
        if (named.isPresent()) {
            return named.get();
        }
        if (isFile(text)) {
            return sets.read(Path.of(text));
        }
        String known = sets.list().stream().map(RuleSets.Info::name).collect(Collectors.joining(", "));
        throw new UsageException(option + " " + text + ": there is no such file, and the rule sets are " + known);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
