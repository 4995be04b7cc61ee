package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.emf.edit.provider.IEditingDomainItemProvider;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.DenseLoadRule;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.model.care.provider.CareItemProviderAdapterFactory;
import org.towercrier.model.customer.provider.CustomerItemProviderAdapterFactory;
import org.towercrier.model.measurement.provider.MeasurementItemProviderAdapterFactory;
import org.towercrier.model.network.provider.NetworkItemProviderAdapterFactory;
import org.towercrier.model.types.provider.TypesItemProviderAdapterFactory;
import org.towercrier.model.wlan.provider.WlanItemProviderAdapterFactory;

class ItemProvidersTest {

    private final ComposedAdapterFactory providers = new ComposedAdapterFactory(List.of(
            new TypesItemProviderAdapterFactory(), new NetworkItemProviderAdapterFactory(),
            new WlanItemProviderAdapterFactory(), new MeasurementItemProviderAdapterFactory(),
            new AlarmItemProviderAdapterFactory(), new CustomerItemProviderAdapterFactory(),
            new CampaignItemProviderAdapterFactory(), new CareItemProviderAdapterFactory()));

    static List<String> concrete() {
        return ModelPackages.classes().stream().filter(each -> !each.isAbstract()).map(EClass::getName).toList();
    }

    @AfterEach
    void dispose() {
        providers.dispose();
    }

    @ParameterizedTest
    @MethodSource("concrete")
    void everyClassHasALabelAndADescriptorForEachAttribute(String name) {
        EObject object = EcoreUtil.create(ModelPackages.byName(name).orElseThrow());
        String text = assertInstanceOf(IItemLabelProvider.class, providers.adapt(object, IItemLabelProvider.class))
                .getText(object);
        assertFalse(text.isBlank() || text.contains("_UI_"), text);
        IItemPropertySource source = assertInstanceOf(IItemPropertySource.class,
                providers.adapt(object, IItemPropertySource.class));
        long described = source.getPropertyDescriptors(object).stream()
                .filter(each -> object.eClass().getEAllAttributes().contains(each.getFeature(object))).count();
        assertEquals(object.eClass().getEAllAttributes().size(), described);
    }

    @Test
    void aRuleIsCalledByItsLabelAndCanBeAddedToARuleSet() {
        RuleSet rules = AlarmFactory.eINSTANCE.createRuleSet();
        DenseLoadRule rule = AlarmFactory.eINSTANCE.createDenseLoadRule();
        rule.setLabel("Busy sectors");
        rules.getRules().add(rule);
        IItemLabelProvider labels = (IItemLabelProvider) providers.adapt(rule, IItemLabelProvider.class);
        assertTrue(labels.getText(rule).endsWith("Busy sectors"), labels.getText(rule));
        Collection<?> children = ((IEditingDomainItemProvider) providers.adapt(rules, IEditingDomainItemProvider.class))
                .getNewChildDescriptors(rules, null, null);
        assertEquals(6, children.size(), "five kinds of rules and an override");
    }
}
