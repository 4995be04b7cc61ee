package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.network.Cell;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.NetworkPackage;

class XmiRoundTripTest {

    static List<String> concrete() {
        return ModelPackages.classes().stream().filter(each -> !each.isAbstract()).map(EClass::getName).toList();
    }

    @ParameterizedTest
    @MethodSource("concrete")
    void whatIsSavedIsReadAgain(String name) throws IOException {
        EClass type = ModelPackages.byName(name).orElseThrow();
        Resource saved = new XMIResourceImpl(URI.createURI("memory:/" + name));
        EObject original = filled(type, saved);
        saved.getContents().add(0, original);
        for (EAttribute attribute : type.getEAllAttributes()) {
            assertTrue(attribute.isMany() ? !((List<?>) original.eGet(attribute)).isEmpty()
                    : original.eGet(attribute) != null, attribute.getName());
        }
        EObject read = load(saved).getContents().get(0);
        assertTrue(EcoreUtil.equals(original, read), () -> original + " was read as " + read);
    }

    @Test
    void anUnknownScenarioStaysUnknown() throws IOException {
        Cell cell = NetworkFactory.eINSTANCE.createCell();
        cell.setId("1");
        Resource saved = new XMIResourceImpl(URI.createURI("memory:/cell"));
        saved.getContents().add(cell);
        Cell read = (Cell) load(saved).getContents().get(0);
        assertEquals(false, read.eIsSet(NetworkPackage.Literals.CELL__SCENARIO));
        read.setScenario(CoverageScenario.DENSE_URBAN);
        assertEquals(true, read.eIsSet(NetworkPackage.Literals.CELL__SCENARIO));
    }

    private static Resource load(Resource saved) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        saved.save(bytes, null);
        Resource again = new XMIResourceImpl(saved.getURI());
        again.load(new ByteArrayInputStream(bytes.toByteArray()), null);
        assertEquals(List.of(), again.getErrors());
        return again;
    }

    /** An object with a value for every attribute and a child or neighbour for every reference. */
    private static EObject filled(EClass type, Resource neighbours) {
        EObject object = withAttributes(type, "self");
        for (EReference reference : type.getEAllReferences()) {
            if (reference.isContainer()) {
                continue;
            }
            EObject other = withAttributes(concrete(reference.getEReferenceType()), reference.getName());
            if (!reference.isContainment()) {
                neighbours.getContents().add(other);
            }
            set(object, reference, other);
        }
        return object;
    }

    private static EObject withAttributes(EClass type, String part) {
        EObject object = EcoreUtil.create(type);
        for (EAttribute attribute : type.getEAllAttributes()) {
            set(object, attribute, value(attribute, part));
        }
        return object;
    }

    private static void set(EObject object, EStructuralFeature feature, Object value) {
        object.eSet(feature, feature.isMany() ? List.of(value) : value);
    }

    private static EClass concrete(EClass type) {
        return type.isAbstract() ? ModelPackages.classes().stream()
                .filter(each -> !each.isAbstract() && type.isSuperTypeOf(each)).findFirst().orElseThrow() : type;
    }

    private static Object value(EAttribute attribute, String part) {
        EDataType type = attribute.getEAttributeType();
        if (type instanceof EEnum literals) {
            return literals.getELiterals().get(literals.getELiterals().size() - 1).getInstance();
        }
        return EcoreUtil.createFromString(type, switch (type.getName()) {
            case "EString" -> attribute.isID() ? part : "<" + attribute.getName() + "> & 小区 \"1\"";
            case "EIntegerObject", "ELongObject" -> Integer.toString(part.length());
            case "EDoubleObject" -> "0.1";
            case "EBooleanObject" -> "true";
            case "Instant" -> "2026-03-29T01:15:00Z";
            case "LocalDate" -> "2024-02-29";
            default -> throw new IllegalStateException("no sample for " + type.getName());
        });
    }
}
