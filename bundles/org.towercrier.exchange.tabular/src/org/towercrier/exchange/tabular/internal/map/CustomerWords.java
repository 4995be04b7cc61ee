package org.towercrier.exchange.tabular.internal.map;

import java.util.Map;

import org.towercrier.exchange.tabular.internal.table.Headers;

/** Words that tables of customers use for the literals of the model. */
final class CustomerWords {

    private CustomerWords() {
    }

    static void add(Map<String, String> names) {
        put(names, "Gender", "FEMALE", "f", "w", "woman", "femme", "féminin", "feminin", "weiblich", "frau", "mujer", "femenino",
                "femminile", "donna",
                "feminino", "mulher", "女", "女性", "ж", "женский", "kadın", "kobieta", "vrouw", "여", "여자");
        put(names, "Gender", "MALE", "m", "h", "man", "homme", "masculin", "männlich", "maennlich", "mann", "hombre", "masculino",
                "maschile", "uomo",
                "homem", "男", "男性", "м", "мужской", "erkek", "mężczyzna", "남", "남자");
        put(names, "Gender", "OTHER", "x", "d", "divers", "diverse", "nonbinary", "unknown", "其他", "未知", "autre", "otro", "altro", "outro");
        put(names, "SubscriptionStatus", "ACTIVE", "在网", "正常", "actif", "activo", "aktiv", "attivo", "ativo");
        put(names, "SubscriptionStatus", "SUSPENDED", "停机", "suspendu", "gesperrt", "suspendido", "sospeso", "suspenso");
        put(names, "SubscriptionStatus", "ENDED", "churned", "closed", "cancelled", "terminated", "销户", "离网", "résilié", "gekündigt",
                "baja");
        put(names, "ServiceType", "MOBILE", "移动", "移動", "cellular", "handy", "móvil");
        put(names, "ServiceType", "FIXED_LINE", "fixed", "landline", "固话", "固定电话", "市話", "festnetz", "fixe", "fijo");
        put(names, "ServiceType", "BROADBAND", "internet", "fibre", "fiber", "dsl", "宽带", "寬頻");
        put(names, "ServiceType", "TELEVISION", "tv", "iptv", "电视", "電視");
        put(names, "ContactChannel", "HALL", "shop", "store", "营业厅", "營業廳", "門市", "boutique");
        put(names, "ContactChannel", "HOTLINE", "phone", "call", "call center", "telephone", "cellular", "热线", "電話", "téléphone");
        put(names, "ContactChannel", "MESSAGE", "sms", "text", "短信", "簡訊");
        put(names, "ContactChannel", "ONLINE", "web", "app", "email", "网上", "線上");
        put(names, "LifecycleStage", "NEW", "joined", "新入网", "新增", "nouveau", "neu", "nuevo");
        put(names, "LifecycleStage", "MATURE", "stayed", "active", "成熟");
        put(names, "LifecycleStage", "LOST", "churned", "流失", "perdu", "verloren");
        put(names, "ValueTier", "TOP", "high", "gold", "vip", "高价值", "高");
        put(names, "ValueTier", "BUSINESS", "medium", "silver", "中价值", "中");
        put(names, "ValueTier", "ORDINARY", "low", "standard", "低价值", "低");
    }

    private static void put(Map<String, String> names, String type, String literal, String... others) {
        for (String other : others) {
            names.put(type + ":" + Headers.key(other), literal);
        }
    }
}
