package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;

class LabelsTest {

    /** Texts of the editing framework and of the bundle itself. */
    private static final Set<String> GENERAL = Set.of("_UI_CreateChild_description", "_UI_CreateChild_text",
            "_UI_CreateChild_text2", "_UI_CreateChild_text3", "_UI_CreateChild_tooltip",
            "_UI_CreateSibling_description", "_UI_PropertyDescriptor_description", "_UI_Unknown_datatype",
            "_UI_Unknown_feature", "_UI_Unknown_type", "pluginName", "providerName");

    @ParameterizedTest
    @ValueSource(strings = { "plugin.properties", "plugin_zh_CN.properties", "plugin_zh_TW.properties" })
    void everyElementHasALabelAndNoLabelIsLeftOver(String file) throws IOException {
        Set<String> wanted = new TreeSet<>(GENERAL);
        for (EPackage each : ModelPackages.all()) {
            wanted.add("_UI_" + each.getName().substring(0, 1).toUpperCase(Locale.ROOT) + each.getName().substring(1)
                    + "_package");
            each.getEClassifiers().forEach(type -> wanted.addAll(keys(type)));
        }
        assertEquals(List.copyOf(wanted), List.copyOf(new TreeSet<>(read(file).keySet())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "plugin.properties", "plugin_zh_CN.properties", "plugin_zh_TW.properties" })
    void labelsAreSortedByKeyAndNotEmpty(String file) throws IOException {
        Map<String, String> labels = read(file);
        List<String> keys = new ArrayList<>(labels.keySet());
        assertEquals(keys.stream().sorted().toList(), keys);
        labels.forEach((key, text) -> assertFalse(text.isBlank(), key));
    }

    @Test
    void chineseLabelsAreTranslatedUnlessTheTermIsInternational() throws IOException {
        Map<String, String> english = read("plugin.properties");
        for (String file : List.of("plugin_zh_CN.properties", "plugin_zh_TW.properties")) {
            read(file).forEach((key, text) -> {
                boolean translated = text.codePoints().anyMatch(Character::isIdeographic);
                boolean international = text.replace("（", " (").replace("）", ")").equals(english.get(key))
                        && text.matches("[A-Za-z0-9. {}()（）-]{1,20}");
                assertTrue(translated || international, file + " " + key + " = " + text);
            });
        }
    }

    @Test
    void traditionalLabelsUseTheWordsOfTaiwan() {
        Labels labels = new Labels(Locale.TRADITIONAL_CHINESE);
        assertEquals("小區", labels.of(NetworkPackage.Literals.CELL));
        assertEquals("網路", labels.of(NetworkPackage.eINSTANCE));
        assertEquals("存取點", labels.of(ModelPackages.byName("AccessPoint").orElseThrow()));
    }

    @Test
    void elementsAreCalledByTheirLabelsInTheAskedLanguage() {
        Labels english = new Labels(Locale.ENGLISH);
        Labels chinese = new Labels(Locale.SIMPLIFIED_CHINESE);
        assertEquals("Cell", english.of(NetworkPackage.Literals.CELL));
        assertEquals("小区", chinese.of(NetworkPackage.Literals.CELL));
        assertEquals("DL PRB usage", english.of(MeasurementPackage.Literals.CELL_MEASUREMENT__PRB_USAGE_DL));
        assertEquals("下行 PRB 利用率 (%)", chinese.heading(MeasurementPackage.Literals.CELL_MEASUREMENT__PRB_USAGE_DL));
        assertEquals("RRC set-up attempts",
                english.heading(MeasurementPackage.Literals.CELL_MEASUREMENT__RRC_CONN_ESTAB_ATT));
        assertEquals("Major", english.of(PerceivedSeverity.MAJOR));
        assertEquals("重要", chinese.of(PerceivedSeverity.MAJOR));
        assertEquals("重要", chinese.of(AlarmPackage.Literals.PERCEIVED_SEVERITY.getEEnumLiteral("MAJOR")));
        assertEquals("告警级别", chinese.of(AlarmPackage.Literals.PERCEIVED_SEVERITY));
        assertEquals(Optional.of("Major"), english.literal(AlarmPackage.Literals.PERCEIVED_SEVERITY, "MAJOR"));
        assertEquals(Optional.empty(), english.literal(AlarmPackage.Literals.PERCEIVED_SEVERITY, "LOUD"));
    }

    @Test
    void anInheritedFeatureKeepsTheLabelOfItsOwner() {
        EClass rule = AlarmPackage.Literals.NO_DATA_RULE;
        assertEquals("Trigger count", new Labels(Locale.ENGLISH).of(rule.getEStructuralFeature("triggerCount")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh-TW", "zh-HK", "zh-Hant", "zh-Hant-CN" })
    void traditionalChineseIsChosenForItsRegionsAndItsScript(String tag) {
        assertEquals("基地台", new Labels(Locale.forLanguageTag(tag)).of(NetworkPackage.Literals.BASE_STATION));
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-TW" })
    void simplifiedChineseIsChosenForAnyOtherChinese(String tag) {
        assertEquals("基站", new Labels(Locale.forLanguageTag(tag)).of(NetworkPackage.Literals.BASE_STATION));
    }

    @Test
    void otherLanguagesGetEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.TRADITIONAL_CHINESE);
            assertEquals("Base station", new Labels(Locale.GERMAN).of(NetworkPackage.Literals.BASE_STATION));
            assertEquals("Base station", new Labels(Locale.US).of(NetworkPackage.Literals.BASE_STATION));
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void aClassThatAPluginBringsIsCalledByItsName() {
        EClass foreign = EcoreFactory.eINSTANCE.createEClass();
        foreign.setName("Balloon");
        assertEquals("Balloon", new Labels(Locale.SIMPLIFIED_CHINESE).of(foreign));
    }

    private static List<String> keys(EClassifier type) {
        List<String> keys = new ArrayList<>();
        if (type instanceof EClass each) {
            keys.add("_UI_" + type.getName() + "_type");
            each.getEStructuralFeatures()
                    .forEach(feature -> keys.add("_UI_" + type.getName() + "_" + feature.getName() + "_feature"));
        } else if (type instanceof EEnum each) {
            keys.add("_UI_" + type.getName() + "_enum");
            each.getELiterals()
                    .forEach(literal -> keys.add("_UI_" + type.getName() + "_" + literal.getName() + "_literal"));
        } else {
            keys.add("_UI_" + type.getName() + "_datatype");
        }
        return keys;
    }

    private static Map<String, String> read(String file) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Labels.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(" = ", 2);
                assertEquals(null, labels.put(parts[0], parts[1]), parts[0] + " is there twice");
            }
        }
        return labels;
    }
}
