package org.towercrier.exchange.tabular.internal.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.tabular.internal.TestWorkspace;
import org.towercrier.fixture.SharedData;

/** Tables about customers import as their makers left them, and those of makers that nobody has seen by the names of their columns. */
class CustomerTablesTest {

    @AutoClose
    private final TestWorkspace workspace = TestWorkspace.open();

    private static void whole(FileReport report, long rows) {
        assertEquals(rows, report.rows(), report.toString());
        assertEquals(rows, report.stored(), report.toString());
        assertEquals(0, report.quarantined() + report.conflicts(), report.toString());
        assertTrue(report.refused().isEmpty(), report.toString());
    }

    private double number(String sql) throws Exception {
        return ((Number) workspace.value(sql)).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({ "customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv,7043,1869",
            "customers/churn-bigml/churn-bigml-80.csv,2666,388",
            "customers/churn-bigml/churn-bigml-80.fr-semicolon.csv,2666,388",
            "customers/sea-operator-monthly/telecom_churn_data.sample1000.csv,1000,0",
            "customers/survival/rossi.csv,432,114", "customers/survival/lung.csv,228,165", "customers/survival/waltons_dataset.csv,163,156",
            "customers/survival/g3.csv,17,6", "campaigns/bank-marketing/bank-additional.csv,4119,0",
            "campaigns/bank-marketing/bank-additional-full.csv,41188,0" })
    void every_table_comes_in_whole(String file, int rows, int churned) throws Exception {
        whole(workspace.one(SharedData.path(file)), rows);
        assertEquals(rows, workspace.count("Customer"));
        assertEquals(churned, number("select count(*) from customer where churned"));
    }

    @Test
    void blanks_stay_blank_and_services_become_products() throws Exception {
        workspace.one(SharedData.path("customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"));
        assertEquals(7043, number("select count(*) from monthly_facts"));
        assertEquals(456116.6, number("select sum(spend) from monthly_facts"), 0.01);
        assertEquals(11, number("select count(*) from customer where extra not like '%TotalCharges%'"));
        assertEquals(3096, number("select count(*) from subscription where product = 'internet: Fiber optic'"));
        assertEquals(6361, number("select count(*) from subscription where product = 'phone'"));
        assertEquals(3875, number("select count(*) from contract where type = 'Month-to-month'"));
        assertEquals(1869, number("select count(distinct customer) from subscription where status = 'ENDED'"));
    }

    @Test
    void both_spellings_of_a_file_say_the_same() throws Exception {
        workspace.one(SharedData.path("customers/churn-bigml/churn-bigml-80.csv"));
        workspace.one(SharedData.path("customers/churn-bigml/churn-bigml-80.fr-semicolon.csv"));
        List<Map<String, Object>> sums = workspace
                .rows("select round(sum(spend), 4) s, round(sum(\"voiceMinutes\"), 4) v, sum(complaints) c, count(*) n"
                        + " from monthly_facts group by customer like '%fr-semicolon%'");
        assertEquals(2, sums.size());
        assertEquals(sums.get(0), sums.get(1));
    }

    @Test
    void months_side_by_side_become_one_row_each() throws Exception {
        workspace.one(SharedData.path("customers/sea-operator-monthly/telecom_churn_data.sample1000.csv"));
        assertEquals(List.of("2014-06-01", "2014-07-01", "2014-08-01", "2014-09-01"),
                workspace.rows("select distinct cast(\"month\" as varchar) m from monthly_facts order by 1").stream()
                        .map(row -> row.get("m")).toList());
        Map<String, Object> june = workspace
                .rows("select f.* from monthly_facts f join customer c on c.id = f.customer where c.phone = '7000842753'"
                        + " and \"month\" = date '2014-06-01'")
                .get(0);
        assertEquals(197.385, ((Number) june.get("spend")).doubleValue());
        assertNull(june.get("voiceOnNet"));
        assertEquals(30.13 + 83.57, ((Number) june.get("dataVolume")).doubleValue(), 1e-9);
        assertEquals("2014-06-21", String.valueOf(june.get("lastPayment")));
        assertTrue(String.valueOf(june.get("extra")).contains("\"vbc_3g\":\"101.2\""), String.valueOf(june.get("extra")));
        assertEquals(0, number("select count(*) from customer where id = phone"));
    }

    @Test
    void the_voice_survey_comes_with_answers_use_and_repeated_headers() throws Exception {
        whole(workspace.one(SharedData.path("customers/mathorcup2022-voice-satisfaction/附件1语音业务用户满意度数据.xlsx")), 5433);
        assertEquals(5433, number("select count(*) from survey_answer where question = 'overall' and score between 1 and 10"));
        assertEquals(0, number("select count(*) from survey_answer where question like 'place: %' and score not in (0, 1)"));
        assertTrue(number("select count(*) from survey_answer where question = 'trouble in words'") > 0);
        assertEquals(8450.801, number("select \"dataVolume\" from monthly_facts where customer = '1'"), 1e-9);
        assertEquals("苹果", workspace.value("select maker from terminal where customer = '1'"));
    }

    @Test
    void importing_again_changes_nothing() throws Exception {
        var file = SharedData.path("customers/sea-operator-monthly/telecom_churn_data.sample1000.csv");
        workspace.one(file);
        FileReport again = workspace.one(file);
        assertEquals(1000, again.unchanged(), again.toString());
        assertEquals(0, again.conflicts());
        assertEquals(4000, workspace.count("MonthlyFacts"));
    }

    @Test
    void an_identity_that_is_a_telephone_number_is_not_shown() throws Exception {
        whole(workspace.one(workspace.file("held.csv", """
                subscriber;monthly bill;months with us;left
                13800138001;12,5;7;no
                13800138002;20,25;30;yes
                """)), 2);
        assertEquals(0, number("select count(*) from customer where id like '%1380013800%'"));
        assertEquals(2, number("select count(*) from customer where phone like '1380013800_'"));
        assertEquals(2, number("select count(*) from monthly_facts f join customer c on c.id = f.customer"));
        assertEquals(37, number("select sum(tenure) from customer"));
    }

    @Test
    void what_is_put_aside_of_people_is_told_without_naming_them() throws Exception {
        ImportReport report = workspace.run(workspace.file("people.csv", """
                customer id;name;phone;email;birth date;monthly bill;churned;tenure
                B1;Wilhelmina Quarkstone;13987654321;wil@quark.example;1984-05-06;10;no;12
                B3;Zebedee Nutwhistle;13987654322;zeb@quark.example;1984-05-07;11;yes;13
                B3;Other Nutwhistle;13987654329;zed@quark.example;1984-05-08;11;yes;14
                B4;Ann Nutwhistle;13987654330;ann@quark.example;1984-05-09;13987654321x;yes;14
                """ + "B5;Q;1;q@quark.example;1984-05-09;1;yes;14\n"));
        String told = TestWorkspace.quarantine(report) + report;
        assertTrue(told.contains("B3") && told.contains("tenure"), told);
        for (String known : List.of("Quarkstone", "Nutwhistle", "139876", "quark.example", "1984-05")) {
            assertFalse(told.contains(known), known + " in " + told);
        }
    }

    @Test
    void an_unknown_table_is_told_what_it_comes_nearest_to() throws Exception {
        String near = workspace.one(workspace.file("near.csv", "week,arrest,fin,colour\n1,2,3,4\n")).refused().orElseThrow();
        assertTrue(near.contains("survival-rossi") && near.contains("age"), near);
        String far = workspace.one(workspace.file("far.csv", "colour,gender,size\nred,f,1\n")).refused().orElseThrow();
        assertTrue(far.contains("Customer") && far.contains("gender"), far);
        String strange = workspace.one(workspace.file("strange.csv", "a,b,c\n1,2,3\n")).refused().orElseThrow();
        assertTrue(strange.contains("a, b, c") && !strange.contains("{1}"), strange);
    }

    @Test
    void a_german_table_is_read_by_its_names() throws Exception {
        FileReport report = workspace.one(workspace.file("bestand.csv", """
                Kundennummer;Geschlecht;Geburtsdatum;Kunde seit;Vertragsart;Monatsumsatz (EUR);Datenvolumen (GB);Gekündigt;Lieblingsfarbe
                K-1;weiblich;03.02.1980;15.01.2019;24 Monate;1.039,90;1,5;nein;blau
                K-2;männlich;24.12.1975;28.02.2020;monatlich;19,99;;ja;
                K-3;divers;11.07.2001;01.10.2022;monatlich;;0,25;nein;rot
                """, Charset.forName("windows-1252")));
        whole(report, 3);
        assertEquals(1039.9, number("select spend from monthly_facts where customer = 'K-1'"));
        assertEquals(1500, number("select \"dataVolume\" from monthly_facts where customer = 'K-1'"), 1e-9);
        assertNull(workspace.value("select spend from monthly_facts where customer = 'K-3'"));
        assertEquals("{\"Lieblingsfarbe\":\"blau\"}", workspace.value("select extra from customer where id = 'K-1'"));
        assertEquals("MALE", workspace.value("select gender from customer where churned"));
        assertEquals("2019-01-15", String.valueOf(workspace.value("select \"joinDate\" from customer where id = 'K-1'")));
    }

    @Test
    void a_chinese_table_in_its_own_encoding_with_months_side_by_side() throws Exception {
        FileReport report = workspace.one(workspace.file("用户.csv", """
                用户编号,性别,年龄,网龄,202401流量(GB),202402流量(GB),202401消费金额,202402消费金额,是否离网,家庭编号
                13,男,35,24,1.5,2,59.9,60,否,F1
                14,女,,3,,0.5,,19,是,F1
                """, Charset.forName("GB18030")));
        whole(report, 2);
        assertEquals(4, 1 + workspace.count("MonthlyFacts"));
        assertEquals(1500, number("select \"dataVolume\" from monthly_facts where customer = '13' and \"month\" = date '2024-01-01'"));
        assertEquals("F1", workspace.value("select household from customer where id = '14'"));
        assertNull(workspace.value("select age from customer where id = '14'"));
    }

    @Test
    void a_row_for_each_month_makes_one_customer() throws Exception {
        FileReport report = workspace.one(workspace.file("mensuel.csv", """
                Identifiant client;Sexe;Mois;Montant facturé;Facture mensuelle;Volume data (Mo);Résilié
                A;F;2024-01;x1;10,5;100;non
                A;F;2024-02;x2;12,5;;non
                B;H;2024-01;x3;0;5;oui
                """));
        whole(report, 3);
        assertEquals(2, workspace.count("Customer"));
        assertEquals(23.0, number("select sum(spend) from monthly_facts where customer = 'A'"));
        assertEquals(0.0, number("select spend from monthly_facts where customer = 'B'"));
        assertEquals("{\"Montant facturé\":\"x2\"}",
                workspace.value("select extra from monthly_facts where customer = 'A' and \"month\" = date '2024-02-01'")
                        .toString().replaceAll(",\"Volume[^}]*", ""));
    }

    @Test
    void renamed_and_reordered_columns_still_say_what_they_are() throws Exception {
        whole(workspace.one(workspace.file("telco2.csv", """
                Churn Label,Monthly Charge,Contract Type,Tenure in Months,Customer ID,Latitude,Longitude,Gender,Customer Status,Total Revenue
                Yes,70.5,Month-to-Month,3,0001-A,34.05,-118.24,Female,Churned,211.5
                No,20.0,Two Year,60,0002-B,34.1,-118.3,Male,Stayed,1200
                """)), 2);
        assertEquals(1, number("select count(*) from customer where churned and tenure = 3 and \"homeLatitude\" = 34.05"));
        assertEquals(90.5, number("select sum(spend) from monthly_facts"));
    }

    @Test
    void a_column_whose_values_do_not_fit_its_name_is_kept_as_it_is() throws Exception {
        FileReport report = workspace.one(workspace.file("bands.csv", """
                customer_id,age,gender,tenure,churn
                1,18-25,Male,3,0
                2,26-35,Female,5,1
                """));
        whole(report, 2);
        assertEquals(2, number("select count(*) from customer where extra like '%\"age\"%'"));
    }

    @Test
    void a_profile_of_the_user_goes_before_names() throws Exception {
        FileReport report = workspace.run(workspace.file("x.csv", "a,b,c,d_1,d_2\nu1,5,ja,1,2\nu2,7,nein,3,\n"), """
                target: Customer
                columns: {a: id, b: tenure, c: churned, "d_{month}": MonthlyFacts.spend}
                constants: {MonthlyFacts.year: 2023}
                """);
        whole(report, 2);
        assertEquals(3, workspace.count("MonthlyFacts"));
        assertEquals(2.0, number("select spend from monthly_facts where customer = 'u1' and \"month\" = date '2023-02-01'"));
    }

    @Test
    void an_unknown_table_is_refused_with_a_word_on_profiles() throws Exception {
        FileReport report = workspace.one(workspace.file("fruit.csv", "colour,weight,taste\nred,1,sweet\n"));
        assertTrue(report.refused().orElse("").contains("import --profile"), report.toString());
        assertEquals(0, workspace.count("Customer"));
    }

    @Test
    void tables_of_the_network_are_not_taken_for_customers() throws Exception {
        workspace.one(workspace.file("kpi.csv", """
                Date,Time,Cell Name,User ID,PRB Usage DL,PRB Usage UL,Average Users,DL Traffic Volume (GB)
                2024-05-13,00:00,C1,1,10,5,3,0.5
                """));
        workspace.one(workspace.file("cells.csv", """
                Cell ID,eNodeB ID,PCI,Azimuth,Latitude,Longitude,City,Start date
                1,10,3,120,31.2,121.4,X,2020-01-15
                """));
        assertEquals(0, workspace.count("Customer"));
        assertFalse(workspace.rows("select * from cell").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "customers", "campaigns" })
    void whole_folders_come_in_with_the_papers_beside_the_data(String folder) throws Exception {
        var report = workspace.run(SharedData.path(folder));
        assertEquals(List.of(), report.files().stream().filter(file -> file.refused().isPresent()).toList());
        assertEquals(0, report.files().stream().mapToLong(FileReport::quarantined).sum());
    }

    @Test
    void what_is_said_of_bad_cells_repeats_nothing_personal() throws Exception {
        Path table = workspace.file("people.csv", """
                customer id,name,date of birth,age,tenure months,monthly bill
                1,Ann Lee,1980-01-02,44,5,10
                2,Bob Ray,1981-02-03,43,7,11
                3,Cid Poe,1982-03-04,42,9,12
                4,Dee Fox,1980-02-31-secret,41,9,12
                5,Eve Orr,1983-04-05,13800138000123,9,12
                """);
        Path profile = workspace.file("people.yaml", """
                target: Customer
                columns: {customer id: id, name: name, date of birth: birthDate, age: age, tenure months: tenure, monthly bill: MonthlyFacts.spend}
                """);
        org.towercrier.exchange.ImportReport report = workspace
                .run(org.towercrier.exchange.ImportRequest.of(table).withProfile(profile));
        String told = TestWorkspace.quarantine(report) + report;
        assertEquals(2, report.files().get(0).quarantined(), report.toString());
        assertTrue(told.contains("•••"), told);
        assertTrue(!told.contains("secret") && !told.contains("13800138000123"), told);
    }

    @Test
    void a_table_of_another_maker_without_identities_is_read_by_its_names() throws Exception {
        FileReport report = workspace.one(workspace.file("iranian.csv", """
                Call  Failure,Complains,Subscription  Length,Charge  Amount,Seconds of Use,Frequency of use,Frequency of SMS,Tariff Plan,Age,Customer Value,Churn
                8,0,38,0,4370,71,5,1,30,197.64,0
                0,1,39,0,318,5,7,1,25,46.035,1
                10,0,37,0,2453,60,359,1,30,1536.52,0
                """));
        whole(report, 3);
        assertEquals(38, number("select max(tenure) from customer where not churned"));
        assertEquals(318 / 60.0, number("select min(\"voiceMinutes\") from monthly_facts"), 1e-9);
        assertEquals(359, number("select max(messages) from monthly_facts"));
    }
}
