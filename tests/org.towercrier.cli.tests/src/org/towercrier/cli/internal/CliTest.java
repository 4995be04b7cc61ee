package org.towercrier.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor.Registration;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.store.StoreCancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CliTest {

    @Command(name = "greet")
    static final class Greet implements HeadlessCommand {

        @Option(names = "--name", required = true)
        private String name;

        @Option(names = "--times")
        private int times = 1;

        @Override
        public int run(CommandContext context) {
            for (int i = 0; i < times; i++) {
                context.out().println("Hello " + name);
            }
            context.json(Map.of("name", name, "workspace", context.workspace()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "alarm", subcommands = Acknowledge.class)
    static final class Alarm implements HeadlessCommand {
        @Override
        public int run(CommandContext context) {
            throw new UsageException("say what to do with the alarm");
        }
    }

    @Command(name = "ack")
    static final class Acknowledge implements HeadlessCommand {
        @Parameters(arity = "1..*")
        private List<String> ids;

        @Override
        public int run(CommandContext context) {
            context.out().println("acknowledged " + String.join(" ", ids));
            return ExitCode.DONE;
        }
    }

    @Command(name = "do")
    static final class Do implements HeadlessCommand {
        private final HeadlessCommand body;

        Do(HeadlessCommand body) {
            this.body = body;
        }

        @Override
        public int run(CommandContext context) throws Exception {
            return body.run(context);
        }
    }

    private final FakeProduct product = new FakeProduct().with(Greet::new).with(Alarm::new);

    @Test
    void aCommandRunsAndPrintsItsResultAlone() {
        assertEquals(ExitCode.DONE, product.run("greet", "--name", "Mei", "--times=2"));

        assertEquals(List.of("Hello Mei", "Hello Mei"), product.out().lines().toList());
        assertEquals("", product.err());
    }

    @ParameterizedTest
    @ValueSource(strings = { "--json greet --name Mei", "greet --json --name Mei", "greet --name Mei --json" })
    void jsonIsUnderstoodAnywhereAndIsTheOnlyThingPrinted(String arguments) throws JsonProcessingException {
        assertEquals(ExitCode.DONE, product.run(arguments.split(" ")));

        JsonNode document = new ObjectMapper().readTree(product.out());
        assertEquals("Mei", document.get("name").textValue());
        assertFalse(product.out().contains("Hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "--workspace mine greet --name M --json", "greet --workspace=mine --name M --json" })
    void theWorkspaceIsUnderstoodAnywhere(String arguments) throws JsonProcessingException {
        product.run(arguments.split(" "));

        assertTrue(new ObjectMapper().readTree(product.out()).get("workspace").textValue().endsWith("mine"));
    }

    @Test
    void withoutAWorkspaceTheDefaultIsUsed() throws JsonProcessingException {
        product.run("greet", "--name", "M", "--json");

        assertEquals(FakeProduct.DEFAULT_WORKSPACE.toString(),
                new ObjectMapper().readTree(product.out()).get("workspace").textValue());
    }

    @Test
    void anUnknownCommandIsWrongUsageWithASuggestion() {
        assertEquals(ExitCode.USAGE, product.run("gret"));

        assertTrue(product.err().contains("gret"), product.err());
        assertTrue(product.err().contains("greet"), product.err());
        assertEquals("", product.out());
    }

    @Test
    void anUnknownOptionIsWrongUsageWithASuggestion() {
        assertEquals(ExitCode.USAGE, product.run("greet", "--name", "M", "--tmes", "3"));

        assertTrue(product.err().contains("--times"), product.err());
    }

    @Test
    void aMissingOptionIsNamedAndTheUsageShown() {
        assertEquals(ExitCode.USAGE, product.run("greet"));

        assertTrue(product.err().contains("--name"), product.err());
        assertTrue(product.err().contains("towercrier greet --help"), product.err());
    }

    @Test
    void aValueThatCannotBeReadIsWrongUsage() {
        assertEquals(ExitCode.USAGE, product.run("greet", "--name", "M", "--times", "often"));

        assertTrue(product.err().contains("often"), product.err());
    }

    @Test
    void noCommandIsWrongUsageAndShowsWhatThereIs() {
        assertEquals(ExitCode.USAGE, product.run());

        assertTrue(product.err().contains("greet"), product.err());
    }

    @Test
    void helpIsAResult() {
        assertEquals(ExitCode.DONE, product.run("greet", "--help"));

        assertTrue(product.out().contains("--times"), product.out());
        assertTrue(product.out().contains("--workspace"), product.out());
        assertEquals("", product.err());
    }

    @Test
    void helpKnowsEveryCommand() {
        assertEquals(ExitCode.DONE, product.run("help", "alarm"));

        assertTrue(product.out().contains("ack"), product.out());
    }

    @Test
    void helpSpeaksTheLanguageOfTheUser() {
        product.speaking(Locale.TRADITIONAL_CHINESE).run("--help");

        assertTrue(product.out().contains("工作區資料夾"), product.out());
    }

    @Test
    void inheritedOptionsAreExplainedInEveryCommand() {
        product.speaking(Locale.SIMPLIFIED_CHINESE).run("greet", "--help");

        assertTrue(product.out().contains("工作区文件夹"), product.out());
        assertTrue(product.out().contains("JSON 文档"), product.out());
    }

    @Test
    void theVersionIsPrinted() {
        assertEquals(ExitCode.DONE, product.run("--version"));

        assertEquals("Towercrier 1.2.3", product.out().strip());
    }

    @Test
    void aCommandOfACommandIsReached() {
        assertEquals(ExitCode.DONE, product.run("alarm", "ack", "A1", "A2"));

        assertEquals("acknowledged A1 A2", product.out().strip());
    }

    @Test
    void aCommandCanSayThatItWasUsedWrongly() {
        assertEquals(ExitCode.USAGE, product.run("alarm"));

        assertTrue(product.err().contains("say what to do with the alarm"), product.err());
    }

    @Test
    void refusedInputHasItsOwnCode() {
        assertEquals(ExitCode.REFUSED, running(context -> {
            throw new RefusedException("a.xml: not well-formed at line 3");
        }));

        assertTrue(product.err().contains("a.xml: not well-formed at line 3"), product.err());
    }

    @Test
    void storageTroubleHasItsOwnCodeAndSaysWhatToDo() {
        product.onAFullDisk();

        assertEquals(ExitCode.TROUBLE, running(context -> context.service(Runnable.class).hashCode()));
        assertTrue(product.err().contains("default-workspace"), product.err());
    }

    @Test
    void aMissingPartOfTheProductIsNamed() {
        assertEquals(ExitCode.TROUBLE, running(context -> context.service(Comparable.class).hashCode()));

        assertTrue(product.err().contains("Comparable"), product.err());
        assertTrue(product.err().contains("not installed"), product.err());
    }

    @Test
    void theWorkspaceIsOpenedWhenItIsNeededAndClosedInTheEnd() {
        product.offering("a service");

        assertEquals(ExitCode.DONE, running(context -> context.service(String.class).isEmpty() ? 1 : 0));
        assertEquals(List.of("open default-workspace", "close default-workspace"), product.log());
    }

    @Test
    void aCommandCanWorkOnAnotherWorkspaceMeanwhile() {
        product.offering("a service");

        running(context -> context.service(String.class).length()
                + context.withWorkspace(Path.of("scratch")).service(String.class).length());

        assertEquals(List.of("open default-workspace", "close default-workspace", "open scratch", "close scratch"),
                product.log());
    }

    @Test
    void aCommandThatNeedsNoWorkspaceOpensNone() {
        product.run("greet", "--name", "M");

        assertEquals(List.of(), product.log());
    }

    @Test
    void controlCEndsTheCommandWithItsOwnCode() {
        assertEquals(ExitCode.INTERRUPTED, running(context -> {
            product.interrupt();
            context.monitor().checkCancelled();
            return ExitCode.DONE;
        }));
    }

    @Test
    void aCancelledStatementCountsAsInterrupted() {
        assertEquals(ExitCode.INTERRUPTED, running(context -> {
            throw new StoreCancelledException();
        }));
    }

    @Test
    void whoeverRegisteredIsToldOfTheInterruptOnce() {
        int[] told = new int[2];

        running(context -> {
            try (Registration leftBefore = context.monitor().onCancel(() -> told[1]++)) {
                context.out().println(leftBefore.toString());
            }
            try (Registration waiting = context.monitor().onCancel(() -> told[0]++)) {
                product.interrupt();
                product.interrupt();
                return waiting == null ? ExitCode.TROUBLE : ExitCode.DONE;
            }
        });

        assertEquals(1, told[0]);
        assertEquals(0, told[1]);
    }

    @Test
    void anUnreadableFileIsTroubleAndNotACrash() {
        assertEquals(ExitCode.TROUBLE, running(context -> {
            throw new IOException("rules.yaml: permission denied");
        }));

        assertTrue(product.err().contains("rules.yaml: permission denied"), product.err());
        assertFalse(product.err().contains("\tat "), product.err());
    }

    @Test
    void aRunThatNeedsMoreMemoryIsTroubleAndNotACrash() {
        assertEquals(ExitCode.TROUBLE, running(context -> {
            throw new OutOfMemoryError("Java heap space");
        }));

        assertTrue(product.err().contains("TOWERCRIER_JVM"), product.err());
        assertFalse(product.err().contains("\tat "), product.err());
    }

    @Test
    void theOriginOfAnErrorIsPrintedOnRequest() {
        product.with(() -> new Do(context -> {
            throw new IOException("gone");
        })).run("do", "--trace");

        assertTrue(product.err().contains("\tat "), product.err());
    }

    @Test
    void aConditionTheCallerAskedToFailOnIsPassedOn() {
        assertEquals(ExitCode.CONDITION, running(context -> ExitCode.CONDITION));
    }

    @Test
    void noProgressIsDrawnWhereThereIsNoTerminal() {
        running(context -> {
            context.monitor().task("Reading", 10, "rows");
            context.monitor().progress(5);
            return ExitCode.DONE;
        });

        assertEquals("", product.err());
    }

    @Test
    void onATerminalProgressIsDrawnAndTakenAwayAgain() {
        product.onATerminal("");

        running(context -> {
            context.monitor().task("Reading", 10, "rows");
            return ExitCode.DONE;
        });

        assertTrue(product.err().contains("Reading"), product.err());
        assertTrue(product.err().endsWith("\r\u001b[K"), product.err());
        assertEquals("", product.out());
    }

    @Test
    void aQuestionIsAnsweredOnTheTerminalAndWithoutOneWithNo() {
        assertEquals(7, running(context -> context.confirm("Replace it?") ? 0 : 7));
        assertEquals("", product.err());
        assertEquals(0, new FakeProduct().onATerminal("Y\n")
                .with(() -> new Do(context -> context.confirm("Replace it?") ? 0 : 7)).run("do"));
    }

    private int running(HeadlessCommand body) {
        return product.with(() -> new Do(body)).run("do");
    }
}
