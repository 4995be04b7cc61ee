package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.StoreAnnotations;
import org.towercrier.model.measurement.MeasurementPackage;

/** A class of the model as the target of a profile, and what its columns may be called. */
public final class Target {

    /** What a name in a profile stands for. */
    public sealed interface Meaning {
        /** A feature of the target class. */
        record Feature(EStructuralFeature feature) implements Meaning {
        }

        /** A canonical measurement. */
        record Canonical(EAttribute attribute, String unit) implements Meaning {
        }

        /** A measurement that the model does not know: kept under this name. */
        record Counter(String name) implements Meaning {
        }

        /**
         * An attribute of something that hangs on a customer.
         *
         * @param type its class
         * @param feature the attribute, null for a question of a survey or a product, which have names of their own
         * @param name what follows the class in the profile
         */
        record Linked(EClass type, EStructuralFeature feature, String name) implements Meaning {
        }

        /** What a measurement row is about, when it begins, how long it lasts, whether it can be trusted. */
        record Part(RowPart part) implements Meaning {
        }
    }

    /** Parts of a measurement row that are no measurements. */
    public enum RowPart {
        OBJECT, START, PERIOD, SUSPECT
    }

    /** {@code MonthlyFacts.year} in the constants of a profile: the year of months that are written without one. */
    static final String YEAR = "year";

    private static final String EXTRA = "extra";
    /** What a row about a customer can say more about. */
    private static final List<EClass> LINKED = List.of(CustomerPackage.Literals.MONTHLY_FACTS, CustomerPackage.Literals.SURVEY_ANSWER,
            CustomerPackage.Literals.PRODUCT, CustomerPackage.Literals.SUBSCRIPTION, CustomerPackage.Literals.CONTRACT,
            CustomerPackage.Literals.TERMINAL, CustomerPackage.Literals.HOUSEHOLD, CustomerPackage.Literals.CORPORATE_GROUP);

    private final EClass type;
    private final boolean measured;
    private final Map<String, EAttribute> canonical = new HashMap<>();

    private Target(EClass type) {
        this.type = type;
        this.measured = type == MeasurementPackage.Literals.CELL_MEASUREMENT || type == MeasurementPackage.Literals.COUNTER_VALUE;
        MeasureAnnotations.byMeasurementName(MeasurementPackage.Literals.CELL_MEASUREMENT).forEach((name, attribute) -> {
            canonical.put(key(name), attribute);
            canonical.put(key(attribute.getName()), attribute);
        });
    }

    /** The target of a name. @throws ImportRefusedException when the model has no such stored class */
    public static Target of(String name) throws ImportRefusedException {
        List<EClass> stored = ModelPackages.stored();
        Optional<EClass> type = stored.stream().filter(each -> each.getName().equalsIgnoreCase(name.strip())).findFirst();
        return new Target(type.orElseThrow(() -> new ImportRefusedException(
                Messages.of("map.no-class", name, String.join(", ", stored.stream().map(EClass::getName).sorted().toList())))));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public EClass type() {
        return type;
    }

    /** Do rows of the class come from measurements over time? */
    public boolean measured() {
        return measured;
    }

    /** Does the class keep unknown columns? */
    public boolean keepsExtra() {
        return type.getEStructuralFeature(EXTRA) != null;
    }

    /** Features that are columns: single-valued, no containment. */
    public List<EStructuralFeature> features() {
        return type.getEAllStructuralFeatures().stream().filter(Target::isColumn).toList();
    }

    private static boolean isColumn(EStructuralFeature feature) {
        boolean containment = feature instanceof org.eclipse.emf.ecore.EReference reference && reference.isContainment();
        return !containment && !feature.isMany();
    }

    /** Key of the class, when it is one text. */
    public Optional<EStructuralFeature> textKey() {
        List<EStructuralFeature> key = StoreAnnotations.key(type);
        return key.size() == 1 && key.get(0).getEType().getInstanceClass() == String.class ? Optional.of(key.get(0)) : Optional.empty();
    }

    /** What a name stands for; empty when it is neither a feature nor, for an inventory class, a canonical measurement. */
    public Optional<Meaning> meaning(String name) {
        EStructuralFeature feature = measured ? null : featureOf(name);
        if (feature != null) {
            return Optional.of(new Meaning.Feature(feature));
        }
        if (type == CustomerPackage.Literals.CUSTOMER) {
            return linked(name);
        }
        EAttribute attribute = canonical.get(key(name));
        if (attribute != null) {
            return Optional.of(new Meaning.Canonical(attribute, MeasureAnnotations.unit(attribute).orElse("1")));
        }
        return switch (key(name)) {
            case "object" -> Optional.of(new Meaning.Part(RowPart.OBJECT));
            case "start", "time" -> Optional.of(new Meaning.Part(RowPart.START));
            case "period" -> Optional.of(new Meaning.Part(RowPart.PERIOD));
            case "suspect" -> Optional.of(new Meaning.Part(RowPart.SUSPECT));
            default -> measured || looksLikeMeasurement(name) ? Optional.of(new Meaning.Counter(name.strip())) : Optional.empty();
        };
    }

    /** {@code MonthlyFacts.spend}, {@code SurveyAnswer.coverage}, {@code Product.fixed line}: what a row says about the things of a customer. */
    private static Optional<Meaning> linked(String name) {
        int dot = name.indexOf('.');
        if (dot < 1 || dot == name.length() - 1) {
            return Optional.empty();
        }
        String rest = name.substring(dot + 1).strip();
        Optional<EClass> owner = LINKED.stream().filter(each -> each.getName().equalsIgnoreCase(name.substring(0, dot).strip()))
                .findFirst();
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        EClass type = owner.get();
        String wanted = Headers.key(rest.replaceAll(":.*", ""));
        EStructuralFeature feature = type.getEAllStructuralFeatures().stream()
                .filter(each -> isColumn(each) && Headers.key(each.getName()).equals(wanted)).findFirst().orElse(null);
        boolean open = type == CustomerPackage.Literals.PRODUCT
                || type == CustomerPackage.Literals.SURVEY_ANSWER && (feature == null || !feature.getName().equals("survey"));
        boolean year = type == CustomerPackage.Literals.MONTHLY_FACTS && rest.equals(YEAR);
        if (open || year) {
            return Optional.of(new Meaning.Linked(type, null, rest));
        }
        return feature == null ? Optional.empty() : Optional.of(new Meaning.Linked(type, feature, rest));
    }

    /** Measurements are called family, dot, name: {@code RRC.ConnEstabAtt.mo-Data}. */
    private static boolean looksLikeMeasurement(String name) {
        return name.strip().matches("[A-Z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)+");
    }

    private EStructuralFeature featureOf(String name) {
        String wanted = Headers.key(name);
        return features().stream()
                .filter(feature -> feature.getName().equals(name.strip()) || Headers.key(feature.getName()).equals(wanted)).findFirst()
                .orElse(null);
    }

    /** A sentence against an attribute name, for profiles. */
    public String unknown(String name) {
        List<String> names = new ArrayList<>(features().stream().map(EStructuralFeature::getName).toList());
        if (type == CustomerPackage.Literals.CUSTOMER) {
            LINKED.forEach(each -> names.add(each.getName() + ".…"));
        }
        return Messages.of("map.no-attribute", type.getName(), name, String.join(", ", names));
    }
}
