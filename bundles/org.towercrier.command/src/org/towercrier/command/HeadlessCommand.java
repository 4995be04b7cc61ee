package org.towercrier.command;

/**
 * A sub-command of the command line. Implementations are Declarative Services components with
 * {@code scope = ServiceScope.PROTOTYPE} (each run gets an instance of its own, as picocli stores the options in its
 * fields), carry picocli's {@code @Command} annotation with the name, and declare options and parameters as annotated
 * fields. Sub-commands of a command are named in {@code @Command(subcommands = …)} and are
 * {@code HeadlessCommand}s too.
 *
 * <pre>
 * &#64;Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
 * &#64;Command(name = "topology")
 * public final class TopologyCommand implements HeadlessCommand {
 *     &#64;Option(names = "--region")
 *     String region;
 *
 *     &#64;Override
 *     public int run(CommandContext context) {
 *         Topology topology = context.service(TopologyService.class).load();
 *         context.out().println(…);
 *         context.json(Map.of("cells", topology.cells()));
 *         return ExitCode.DONE;
 *     }
 * }
 * </pre>
 *
 * {@code --workspace}, {@code --json} and {@code --help} are the root command's and are accepted before and after
 * every command: a command never declares them.
 *
 * <p>
 * A command must not hold services of a workspace as {@code @Reference}: there is none before
 * {@link CommandContext#service(Class)} opened it.
 */
public interface HeadlessCommand {

    /**
     * Runs the command.
     *
     * @return the exit code, {@link ExitCode#DONE} or {@link ExitCode#CONDITION}; every other code comes from an
     *         exception
     * @throws Exception
     *             a {@link CommandException} with its exit code and a sentence for the user; anything else ends in
     *             {@link ExitCode#TROUBLE} and is logged with its stack
     */
    int run(CommandContext context) throws Exception;

    /**
     * Base name of the resource bundle, looked up through the class loader of the command's class, with the command's
     * help and output texts. Help texts use picocli's keys, for example {@code towercrier.detect.usage.description}
     * and {@code towercrier.detect.rules} for the option {@code --rules}.
     */
    default String messages() {
        return "OSGI-INF/l10n/bundle";
    }
}
