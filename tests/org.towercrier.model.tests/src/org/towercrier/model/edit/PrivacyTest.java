package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.PrivacyAnnotations;
import org.towercrier.model.PrivacyAnnotations.Personal;
import org.towercrier.model.customer.CustomerPackage;

class PrivacyTest {

    @Test
    void anAttributeIsMarkedPersonalExactlyWhenItsDocumentationSaysSo() throws IOException {
        List<String> different = new ArrayList<>();
        for (EPackage file : EcoreFiles.load()) {
            for (EClass type : ModelPackages.classes()) {
                if (!(file.getEClassifier(type.getName()) instanceof EClass documented)) {
                    continue;
                }
                for (EStructuralFeature feature : documented.getEStructuralFeatures()) {
                    boolean said = EcoreUtil.getDocumentation(feature).endsWith("personal.");
                    if (said != PrivacyAnnotations.personal(type.getEStructuralFeature(feature.getName())).isPresent()) {
                        different.add(type.getName() + "." + feature.getName());
                    }
                }
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void nameNumberAddressAndTerminalArePersonal() {
        assertEquals(Optional.of(Personal.NAME), PrivacyAnnotations.personal(CustomerPackage.Literals.CUSTOMER__NAME));
        assertEquals(Optional.of(Personal.NUMBER),
                PrivacyAnnotations.personal(CustomerPackage.Literals.SUBSCRIPTION__NUMBER));
        assertEquals(Optional.of(Personal.ADDRESS),
                PrivacyAnnotations.personal(CustomerPackage.Literals.HOUSEHOLD__ADDRESS));
        assertEquals(Optional.of(Personal.TERMINAL), PrivacyAnnotations.personal(CustomerPackage.Literals.TERMINAL__ID));
        assertEquals(Optional.empty(), PrivacyAnnotations.personal(CustomerPackage.Literals.CUSTOMER__REGION));
        assertTrue(PrivacyAnnotations.isPersonal(CustomerPackage.Literals.CUSTOMER));
        assertFalse(PrivacyAnnotations.isPersonal(CustomerPackage.Literals.MONTHLY_FACTS));
    }

    @Test
    void anUnknownKindIsRefused() {
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        EcoreUtil.setAnnotation(attribute, PrivacyAnnotations.SOURCE, PrivacyAnnotations.KIND, "rumour");
        assertThrows(IllegalArgumentException.class, () -> PrivacyAnnotations.personal(attribute));
    }
}
