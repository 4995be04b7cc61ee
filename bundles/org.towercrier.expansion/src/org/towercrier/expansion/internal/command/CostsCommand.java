package org.towercrier.expansion.internal.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The cost catalogue: shows it, writes it as text, takes one from a text, goes back to the shipped one. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "costs")
public final class CostsCommand implements HeadlessCommand {

    private static final double NONE = Double.NaN;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STEP", defaultValue = "show")
    String step = "show";
    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE")
    Path file;

    @Override
    public String messages() {
        return Texts.BASE;
    }

    @Override
    public int run(CommandContext context) throws StoreException, IOException {
        CostCatalogues catalogues = context.service(CostCatalogues.class);
        Messages texts = context.messages();
        boolean takesFile = "export".equals(step) || "import".equals(step);
        if (takesFile != (file != null)) {
            throw new UsageException(texts.text("Costs_Usage"));
        }
        switch (step) {
            case "show" -> {
                // What follows is all of it.
            }
            case "export" -> Files.writeString(file, catalogues.write(catalogues.inForce()), StandardCharsets.UTF_8);
            case "import" -> take(file, catalogues, texts);
            case "reset" -> catalogues.reset();
            default -> throw new UsageException(texts.text("Costs_Usage"));
        }
        CostCatalogue inForce = catalogues.inForce();
        catalogues.say(inForce, context.locale());
        print(context, inForce, catalogues.own().isPresent());
        return ExitCode.DONE;
    }

    /** Makes the catalogue of a file the workspace's own. */
    static void take(Path file, CostCatalogues catalogues, Messages texts) throws StoreException, IOException {
        if (!Files.isReadable(file)) {
            throw new RefusedException(texts.text("File_Missing", file));
        }
        try {
            catalogues.replace(catalogues.read(Files.readString(file)));
        } catch (PlanException wrong) {
            throw new RefusedException(file.getFileName() + ": " + wrong.getMessage(), wrong);
        } catch (CharacterCodingException broken) {
            throw new RefusedException(texts.text("File_NotYaml", file.getFileName(), "UTF-8"), broken);
        }
    }

    private static void print(CommandContext context, CostCatalogue catalogue, boolean own) {
        Messages texts = context.messages();
        String currency = Optional.ofNullable(catalogue.getCurrency()).orElse("");
        context.out().println(texts.text(own ? "Costs_Own" : "Costs_Shipped"));
        Table table = Table.in(context).text(texts.text("Column_Action")).number(texts.text("Costs_Investment"), currency, 0)
                .number(texts.text("Costs_Yearly"), currency, 0).number(texts.text("Column_Lead"), "d", 0)
                .number(texts.text("Costs_Gain"), "", 2).text(texts.text("Column_Source"));
        catalogue.getItems().forEach(item -> table.row(item.getName(), number(item.getInvestment()), number(item.getYearlyCost()),
                number(item.getLeadTime()), number(item.getGain()), Optional.ofNullable(item.getSource()).orElse("")));
        table.print(context.out());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("own", own);
        json.put("currency", currency);
        json.put("items", catalogue.getItems().stream().map(CostsCommand::values).toList());
        context.json(json);
    }

    private static double number(Number number) {
        return number == null ? NONE : number.doubleValue();
    }

    private static Map<String, Object> values(CostItem item) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (EAttribute attribute : item.eClass().getEAllAttributes()) {
            Object value = item.eIsSet(attribute) ? item.eGet(attribute) : null;
            values.put(attribute.getName(), value instanceof List<?> many ? many.stream().map(String::valueOf).toList()
                    : value instanceof Enumerator literal ? literal.getLiteral() : value);
        }
        return values;
    }
}
