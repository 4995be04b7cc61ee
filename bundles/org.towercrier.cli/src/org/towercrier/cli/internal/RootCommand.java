package org.towercrier.cli.internal;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that hold for every command, before or after its name. */
@Command(name = RootCommand.NAME, subcommands = HelpTopic.class)
final class RootCommand {

    static final String NAME = "towercrier";

    @Option(names = "--workspace", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private Path workspace;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--trace", scope = ScopeType.INHERIT)
    private boolean trace;

    @Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT)
    private boolean help;

    @Option(names = { "-V", "--version" }, versionHelp = true)
    private boolean version;

    java.util.Optional<Path> workspace() {
        return java.util.Optional.ofNullable(workspace);
    }

    boolean json() {
        return json;
    }

    boolean trace() {
        return trace;
    }
}
