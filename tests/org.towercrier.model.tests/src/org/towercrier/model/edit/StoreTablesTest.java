package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.StoreAnnotations;
import org.towercrier.model.StoreAnnotations.Kind;

class StoreTablesTest {

    static List<String> stored() {
        return ModelPackages.stored().stream().map(EClass::getName).toList();
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aStoredClassHasATableAndAKeyOfSingleRequiredColumns(String name) {
        EClass type = ModelPackages.byName(name).orElseThrow();
        assertTrue(StoreAnnotations.table(type).orElseThrow().matches("[a-z]+(_[a-z]+)*"), name);
        assertTrue(StoreAnnotations.kind(type).isPresent(), name);
        List<EStructuralFeature> key = StoreAnnotations.key(type);
        assertFalse(key.isEmpty(), name);
        assertEquals(Set.copyOf(key).size(), key.size(), name);
        for (EStructuralFeature feature : key) {
            assertFalse(feature.isMany(), feature.getName());
            assertTrue(feature.isRequired(), name + "." + feature.getName() + " is in the key and must be required");
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aReferenceColumnPointsToAStoredClassWithASingleKey(String name) {
        EClass type = ModelPackages.byName(name).orElseThrow();
        for (EReference reference : type.getEAllReferences()) {
            if (!reference.isMany() && !reference.isContainment()) {
                EClass target = reference.getEReferenceType();
                assertTrue(StoreAnnotations.table(target).isPresent(), name + "." + reference.getName());
                assertEquals(1, StoreAnnotations.key(target).size(), name + "." + reference.getName());
            }
        }
    }

    @Test
    void noTwoClassesShareATable() {
        List<String> tables = ModelPackages.stored().stream().map(each -> StoreAnnotations.table(each).orElseThrow())
                .toList();
        assertEquals(tables.stream().distinct().toList(), tables);
    }

    @Test
    void observationsAndInventoryAreToldApart() {
        assertEquals(Set.of("AlarmEvent", "CellMeasurement", "CounterValue", "MonthlyFacts", "ProductUse", "SurveyAnswer",
                "SegmentMembership", "ScoreCheck"),
                ModelPackages.stored().stream().filter(each -> StoreAnnotations.kind(each).orElseThrow() == Kind.OBSERVATION)
                        .map(EClass::getName).collect(Collectors.toSet()));
    }

    @Test
    void documentsHaveNoTable() {
        for (String document : List.of("RuleSet", "KpiCatalogue", "CostCatalogue", "Segmentation", "Campaign",
                "ContactPolicy", "CategoryTree", "Article")) {
            EClass type = ModelPackages.byName(document).orElseThrow();
            assertTrue(StoreAnnotations.table(type).isEmpty(), document);
            assertTrue(StoreAnnotations.kind(type).isEmpty(), document);
            assertEquals(List.of(), StoreAnnotations.key(type), document);
        }
    }

    @Test
    void importedInventoryKeepsUnknownColumns() {
        for (String imported : List.of("Region", "Site", "BaseStation", "Cell", "Carrier", "NeighbourRelation",
                "AccessPoint", "RelayLink", "AlarmRecord", "Customer", "Household", "CorporateGroup", "Product",
                "Subscription", "Contract", "Terminal", "MonthlyFacts", "SurveyAnswer", "Contact", "Ticket")) {
            assertTrue(ModelPackages.byName(imported).orElseThrow().getEStructuralFeature("extra") != null, imported);
        }
    }

    @Test
    void aKeyThatNamesNoFeatureIsRefused() {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName("Broken");
        EcoreUtil.setAnnotation(type, StoreAnnotations.SOURCE, StoreAnnotations.KEY, "absent");
        EcoreUtil.setAnnotation(type, StoreAnnotations.SOURCE, StoreAnnotations.KIND, "rumour");
        assertThrows(IllegalArgumentException.class, () -> StoreAnnotations.key(type));
        assertThrows(IllegalArgumentException.class, () -> StoreAnnotations.kind(type));
    }
}
