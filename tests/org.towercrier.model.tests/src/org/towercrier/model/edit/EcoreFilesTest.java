package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.StoreAnnotations;

class EcoreFilesTest {

    @Test
    void everyFileIsAValidEcoreModel() throws IOException {
        for (EPackage file : EcoreFiles.load()) {
            Diagnostic verdict = Diagnostician.INSTANCE.validate(file);
            assertEquals(Diagnostic.OK, verdict.getSeverity(), () -> file.getName() + ": " + verdict.getChildren());
            assertTrue(EcoreUtil.UnresolvedProxyCrossReferencer.find(file).isEmpty(), file.getName());
        }
    }

    @Test
    void everyPackageClassAndFeatureIsDocumented() throws IOException {
        List<String> silent = new ArrayList<>();
        for (EPackage file : EcoreFiles.load()) {
            file.eAllContents().forEachRemaining(each -> {
                if ((each instanceof EClassifier || each instanceof EStructuralFeature)
                        && EcoreUtil.getDocumentation((EModelElement) each) == null) {
                    silent.add(each.toString());
                }
            });
            assertNotNull(EcoreUtil.getDocumentation(file), file.getName());
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void theGeneratedCodeSaysWhatTheFilesSay() throws IOException {
        for (EPackage file : EcoreFiles.load()) {
            EPackage generated = EPackage.Registry.INSTANCE.getEPackage(file.getNsURI());
            assertNotNull(generated, file.getNsURI());
            assertEquals(describe(file), describe(generated), file.getName());
        }
    }

    @Test
    void classNamesAreUniqueOverAllPackages() {
        List<String> names = ModelPackages.classes().stream().map(EClass::getName).toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    private static Map<String, String> describe(EPackage source) {
        Map<String, String> lines = new TreeMap<>();
        for (EClassifier each : source.getEClassifiers()) {
            if (each instanceof EEnum literals) {
                lines.put(each.getName(), literals.getELiterals().toString().replaceAll("@[0-9a-f]+", ""));
            } else if (each instanceof EClass type) {
                lines.put(each.getName(), type.isAbstract() + " " + type.getESuperTypes().stream().map(EClass::getName).toList()
                        + StoreAnnotations.table(type) + StoreAnnotations.kind(type)
                        + StoreAnnotations.key(type).stream().map(EStructuralFeature::getName).toList());
                type.getEStructuralFeatures().forEach(feature -> lines.put(each.getName() + "." + feature.getName(),
                        describe(feature)));
            } else {
                lines.put(each.getName(), each.getInstanceClassName());
            }
        }
        return lines;
    }

    private static String describe(EStructuralFeature feature) {
        return feature.getEType().getName() + " " + feature.getLowerBound() + ".." + feature.getUpperBound() + " "
                + feature.getDefaultValueLiteral() + " " + feature.isUnsettable() + " "
                + (feature instanceof EReference reference ? reference.isContainment() + " "
                        + (reference.getEOpposite() == null ? "" : reference.getEOpposite().getName()) : "")
                + MeasureAnnotations.unit(feature) + MeasureAnnotations.measurement(feature)
                + MeasureAnnotations.aggregation(feature) + MeasureAnnotations.kind(feature);
    }
}
