using System.Text;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>Each kind of fault, in a small folder that is right but for it.</summary>
internal sealed class FaultTests : ImportTest
{
    private const string Staff = "email,name,role,team";
    private const string FullTrajects = "traject_id,client_id,programme,referred_on,started_on,ended_on,end_reason,coordinator";
    private const string Contacts = "contact_id,traject_id,kind,occurred_at,outcome,staff,leefgebieden,report";
    private const string Participations = "participation_id,traject_id,intervention,referred_on,started_on,ended_on,result";

    private static IEnumerable<TestCaseData> Rows()
    {
        static TestCaseData Case(string name, string file, string header, string row, string fault) => new TestCaseData(file, header, row, fault).SetArgDisplayNames(name);

        const string Clients = "client_id,given_name,family_name,birth_date,gender,wijk,bsn";
        yield return Case("required cell", "clients.csv", Clients, "C2,,Voorbeeld,,,,", "clients.csv:2: given_name: is verplicht (leeg)");
        yield return Case("date", "clients.csv", Clients, "C2,Noor,Voorbeeld,17-5-2005,,,", "clients.csv:2: birth_date: is geen datum zoals 2024-03-01 (17-5-2005)");
        yield return Case("day that doesn't exist", "clients.csv", Clients, "C2,Noor,Voorbeeld,2005-02-29,,,", "clients.csv:2: birth_date: is geen datum zoals 2024-03-01 (2005-02-29)");
        yield return Case("date after today", "clients.csv", Clients, "C2,Noor,Voorbeeld,2026-03-04,,,", "clients.csv:2: birth_date: ligt na vandaag (2026-03-04)");
        yield return Case("gender", "clients.csv", Clients, "C2,Noor,Voorbeeld,,man,,", "clients.csv:2: gender: is geen bekende code; kies uit male, female, x, unknown (man)");
        yield return Case("bsn", "clients.csv", Clients, "C2,Noor,Voorbeeld,,,,999375685", "clients.csv:2: bsn: is geen geldig BSN (elfproef) (999375685)");
        yield return Case("long number", "clients.csv", Clients, new string('9', 33) + ",Noor,Voorbeeld,,,,", $"clients.csv:2: client_id: is te lang: hoogstens 32 tekens ({new string('9', 33)})");
        yield return Case("long name", "clients.csv", Clients, $"C2,{new string('n', 101)},Voorbeeld,,,,", $"clients.csv:2: given_name: is te lang: hoogstens 100 tekens ({new string('n', 60)}…)");
        yield return Case("too many cells", "clients.csv", Clients, "C2,Noor,Voorbeeld,,,,,Jansen", "clients.csv:2: bestand: deze regel heeft meer dan 7 velden (Jansen)");

        yield return Case("e-mail", "staff.csv", Staff, "jan,Jan,rio,", "staff.csv:2: email: is geen e-mailadres (jan)");
        yield return Case("role", "staff.csv", Staff, "jan@pga.example,Jan,rio|baas,", "staff.csv:2: role: is geen bekende code; kies uit pga-expert, rio, coordinator, partner, manager, privacy-officer, administrator (rio|baas)");
        yield return Case("long team", "staff.csv", Staff, "jan@pga.example,Jan,rio," + new string('t', 65), $"staff.csv:2: team: is te lang: hoogstens 64 tekens ({new string('t', 60)}…)");

        yield return Case("unknown client", "trajects.csv", FullTrajects, "T1,C9,local-pga,2025-01-10,,,,", "trajects.csv:2: client_id: staat niet in clients.csv en is niet bekend (C9)");
        yield return Case("unknown coordinator", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,,,,wie@pga.example", "trajects.csv:2: coordinator: staat niet in staff.csv en is niet bekend (wie@pga.example)");
        yield return Case("start before referral", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,2025-01-09,,,", "trajects.csv:2: started_on: ligt vóór referred_on (2025-01-09)");
        yield return Case("end before start", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,2025-02-01,2025-01-31,moved,", "trajects.csv:2: ended_on: ligt vóór started_on (2025-01-31)");
        yield return Case("end without start", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,,2025-01-31,moved,", "trajects.csv:2: ended_on: kan niet zonder started_on (2025-01-31)");
        yield return Case("end without reason", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,2025-02-01,2025-03-01,,", "trajects.csv:2: ended_on: kan niet zonder end_reason (2025-03-01)");
        yield return Case("reason without end", "trajects.csv", FullTrajects, "T1,C1,local-pga,2025-01-10,2025-02-01,,moved,", "trajects.csv:2: end_reason: kan niet zonder ended_on (moved)");

        const string Assessments = "traject_id,measured_on,moment,leefgebied,level";
        yield return Case("level 6", "assessments.csv", Assessments, "T1,2025-02-01,start,gezin,6", "assessments.csv:2: level: moet van 1 tot en met 5 zijn (6)");
        yield return Case("level 0", "assessments.csv", Assessments, "T1,2025-02-01,start,gezin,0", "assessments.csv:2: level: moet van 1 tot en met 5 zijn (0)");
        yield return Case("half level", "assessments.csv", Assessments, "T1,2025-02-01,start,gezin,2.5", "assessments.csv:2: level: is geen heel getal (2.5)");
        yield return Case("leefgebied", "assessments.csv", Assessments, "T1,2025-02-01,start,geluk,3", "assessments.csv:2: leefgebied: is geen bekend leefgebied (geluk)");
        yield return Case("leefgebied of another programme", "assessments.csv", Assessments, "T1,2025-02-01,start,wonen,3", "assessments.csv:2: leefgebied: hoort niet bij de aanpak van dit traject (wonen)");
        yield return Case("unknown traject", "assessments.csv", Assessments, "T9,2025-02-01,start,gezin,3", "assessments.csv:2: traject_id: staat niet in trajects.csv en is niet bekend (T9)");

        yield return Case("condition status", "basic_conditions.csv", "traject_id,measured_on,moment,condition,status", "T1,2025-02-01,start,id,ja",
            "basic_conditions.csv:2: status: is geen bekende code; kies uit not-arranged, in-progress, arranged, not-applicable (ja)");

        yield return Case("time", "contacts.csv", Contacts, "K1,T1,phone,2025-02-01,held,,,", "contacts.csv:2: occurred_at: is geen tijdstip zoals 2024-12-31T23:30 (2025-02-01)");
        yield return Case("time in the spring night", "contacts.csv", Contacts, "K1,T1,phone,2025-03-30T02:30,held,,,", "contacts.csv:2: occurred_at: bestaat niet: toen ging de klok een uur vooruit (2025-03-30T02:30)");
        yield return Case("time after today", "contacts.csv", Contacts, "K1,T1,phone,2026-03-04T00:00,held,,,", "contacts.csv:2: occurred_at: ligt na vandaag (2026-03-04T00:00)");
        yield return Case("unknown staff", "contacts.csv", Contacts, "K1,T1,phone,2025-02-01T10:00,held,wie@pga.example,,", "contacts.csv:2: staff: staat niet in staff.csv en is niet bekend (wie@pga.example)");
        yield return Case("unknown topic", "contacts.csv", Contacts, "K1,T1,phone,2025-02-01T10:00,held,,gezin|geluk,", "contacts.csv:2: leefgebieden: noemt een onbekend leefgebied (gezin|geluk)");
        yield return Case("topic of another programme", "contacts.csv", Contacts, "K1,T1,phone,2025-02-01T10:00,held,,gezin|wonen,", "contacts.csv:2: leefgebieden: hoort niet bij de aanpak van dit traject (gezin|wonen)");

        yield return Case("result without end", "participations.csv", Participations, "P1,T1,Colosseum Gym,2025-02-01,2025-02-02,,completed", "participations.csv:2: result: kan niet zonder ended_on (completed)");
        yield return Case("participation end without start", "participations.csv", Participations, "P1,T1,Colosseum Gym,2025-02-01,,2025-02-02,", "participations.csv:2: ended_on: kan niet zonder started_on (2025-02-02)");
        yield return Case("participation end before start", "participations.csv", Participations, "P1,T1,Colosseum Gym,2025-02-01,2025-02-03,2025-02-02,", "participations.csv:2: ended_on: ligt vóór started_on (2025-02-02)");
        yield return Case("partner until before from", "partners.csv", "traject_id,partner,from,until", "T1,JoU,2025-02-02,2025-02-01", "partners.csv:2: until: ligt vóór from (2025-02-01)");
        yield return Case("detention until before from", "detentions.csv", "client_id,institution,from,until", "C1,PI Vught,2025-02-02,2025-02-01", "detentions.csv:2: until: ligt vóór from (2025-02-01)");
        yield return Case("unknown rio", "spreekuren.csv", "spreekuur_id,institution,held_at,rio", "S1,PI Vught,2025-02-02T10:00,wie@pga.example", "spreekuren.csv:2: rio: staat niet in staff.csv en is niet bekend (wie@pga.example)");
        yield return Case("unknown spreekuur", "spreekuur_visits.csv", "spreekuur_id,client_id,attendance", "S9,,attended", "spreekuur_visits.csv:2: spreekuur_id: staat niet in spreekuren.csv en is niet bekend (S9)");
        yield return Case("birth year after today", "relations.csv", "client_id,relation,name,birth_year", "C1,sister,Noor,2027", "relations.csv:2: birth_year: ligt na vandaag (2027)");
        yield return Case("negative count", "activities.csv", "year,kind,count", "2024,scholen,-1", "activities.csv:2: count: moet van 0 tot en met 2147483647 zijn (-1)");
        yield return Case("cents", "budgets.csv", "year,priority,budgeted,realised", "2024,Veilig,10,\"10,50\"", "budgets.csv:2: realised: is geen heel getal (10,50)");
    }

    [TestCaseSource(nameof(Rows))]
    public async Task Says_what_is_wrong_with_a_row(string file, string header, string row, string fault)
    {
        var folder = ImportFolder.Small();
        // The traject's client and the like stay, behind the row that is wrong.
        var more = file switch { "clients.csv" => "C1,Noor,Voorbeeld,,,,", _ => "" };
        folder.Write(file, header, row, more);

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { fault }));
    }

    private static IEnumerable<TestCaseData> Repeats()
    {
        static TestCaseData Case(string file, string header, string row, string fault) => new TestCaseData(file, header, row, fault).SetArgDisplayNames(file);

        yield return Case("staff.csv", Staff, "jan@pga.example,Jan,rio,", "email: deze sleutel staat ook op regel 2 (jan@pga.example)");
        yield return Case("clients.csv", ImportFolder.Clients, "C1,Noor,Voorbeeld", "client_id: deze sleutel staat ook op regel 2 (C1)");
        yield return Case("trajects.csv", ImportFolder.Trajects, "T1,C1,local-pga,2025-01-10,", "traject_id: deze sleutel staat ook op regel 2 (T1)");
        yield return Case("assessments.csv", "traject_id,measured_on,moment,leefgebied,level", "T1,2025-02-01,start,gezin,3", "leefgebied: deze sleutel staat ook op regel 2 (T1 2025-02-01 start gezin)");
        yield return Case("basic_conditions.csv", "traject_id,measured_on,moment,condition,status", "T1,2025-02-01,start,id,arranged", "condition: deze sleutel staat ook op regel 2 (T1 2025-02-01 start id)");
        yield return Case("contacts.csv", "contact_id,traject_id,kind,occurred_at,outcome", "K1,T1,phone,2025-02-01T10:00,held", "contact_id: deze sleutel staat ook op regel 2 (K1)");
        yield return Case("participations.csv", "participation_id,traject_id,intervention,referred_on", "P1,T1,Colosseum Gym,2025-02-01", "participation_id: deze sleutel staat ook op regel 2 (P1)");
        yield return Case("partners.csv", "traject_id,partner,from", "T1,JoU,2025-02-01", "from: deze sleutel staat ook op regel 2 (T1 jou 2025-02-01)");
        yield return Case("detentions.csv", "client_id,institution,from", "C1,PI Vught,2025-02-01", "from: deze sleutel staat ook op regel 2 (C1 pi-vught 2025-02-01)");
        yield return Case("activities.csv", "year,kind,count", "2024,scholen,1", "kind: deze sleutel staat ook op regel 2 (2024 scholen)");
        yield return Case("budgets.csv", "year,priority,budgeted,realised", "2024,Veilig,1,1", "priority: deze sleutel staat ook op regel 2 (2024 Veilig)");
    }

    [TestCaseSource(nameof(Repeats))]
    public async Task Refuses_a_key_that_occurs_twice(string file, string header, string row, string fault)
    {
        var folder = ImportFolder.Small();
        folder.Write(file, header, row, row);

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { $"{file}:3: {fault}" }));
    }

    [Test]
    public async Task Refuses_a_client_twice_in_one_spreekuur_but_not_two_nameless_visitors()
    {
        var folder = ImportFolder.Small();
        folder.Write("staff.csv", Staff, "rio@pga.example,Rio,rio,");
        folder.Write("spreekuren.csv", "spreekuur_id,institution,held_at,rio", "S1,PI Vught,2025-02-02T10:00,rio@pga.example");
        folder.Write("spreekuur_visits.csv", "spreekuur_id,client_id,attendance", "S1,C1,attended", "S1,,attended", "S1,,attended", "S1,c1,late");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { "spreekuur_visits.csv:5: client_id: deze sleutel staat ook op regel 2 (S1 c1)" }));
    }

    [Test]
    public async Task Takes_keys_that_differ_only_in_case_for_one()
    {
        var folder = ImportFolder.Small();
        folder.Write("clients.csv", ImportFolder.Clients, "C1,Noor,Voorbeeld", "c1,Sam,Voorbeeld");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { "clients.csv:3: client_id: deze sleutel staat ook op regel 2 (c1)" }));
    }

    [TestCase("JOSÉ-1", "josé-1", TestName = "of a letter with an accent")]
    [TestCase("José-1", "Jose\u0301-1", TestName = "of a letter with a loose accent")]
    [TestCase("Ж1", "ж1", TestName = "of another alphabet")]
    [TestCase("K１", "k1", TestName = "of a wide digit")]
    public async Task Takes_keys_for_one_that_sql_server_takes_for_one(string key, string same)
    {
        var folder = ImportFolder.Small();
        folder.Write("clients.csv", ImportFolder.Clients, "C1,Noor,Voorbeeld", $"{key},Sam,Voorbeeld", $"{same},Kim,Voorbeeld");
        folder.Write("contacts.csv", Contacts, $"{key},T1,phone,2025-02-01T10:00,held,,,", $"{same},T1,phone,2025-02-01T10:00,held,,,");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            $"clients.csv:4: client_id: deze sleutel staat ook op regel 3 ({same})",
            $"contacts.csv:3: contact_id: deze sleutel staat ook op regel 2 ({same})",
        }));
    }

    [Test]
    public async Task Refuses_unknown_missing_and_repeated_columns_without_looking_at_the_rows()
    {
        var folder = ImportFolder.Small();
        folder.Write("clients.csv", "client_id,given_name,schoenmaat,wijk,wijk", "C1,Noor,39,,");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            "clients.csv:1: schoenmaat: deze kolom is onbekend (schoenmaat)",
            "clients.csv:1: wijk: deze kolom staat er twee keer (wijk)",
            "clients.csv:1: family_name: deze kolom ontbreekt (family_name)",
        }));
    }

    [Test]
    public async Task Refuses_a_folder_without_clients_or_trajects_or_with_an_unknown_file()
    {
        var folder = ImportFolder.Empty();
        folder.Write("klanten.csv", "client_id");
        folder.Write("leesmij.txt", "uitleg");
        folder.Write("partners.csv", "traject_id,partner,from", "T1,JoU,2025-02-01");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            "clients.csv:1: bestand: ontbreekt in de map (clients.csv)",
            "trajects.csv:1: bestand: ontbreekt in de map (trajects.csv)",
            "klanten.csv:1: bestand: dit bestand hoort niet bij een import (klanten.csv)",
        }));
    }

    [Test]
    public async Task Refuses_an_empty_file_and_a_folder_that_is_not_there()
    {
        var folder = ImportFolder.Small();
        folder.WriteText("budgets.csv", "");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            "budgets.csv:1: year: deze kolom ontbreekt (year)",
            "budgets.csv:1: priority: deze kolom ontbreekt (priority)",
            "budgets.csv:1: budgeted: deze kolom ontbreekt (budgeted)",
            "budgets.csv:1: realised: deze kolom ontbreekt (realised)",
        }));
        var missing = await Pga.SendAsSystem(new Application.Import.RunImport("/nergens", false));
        Assert.That(missing.Faults, Is.EqualTo(new[] { "/nergens:1: bestand: deze map bestaat niet (/nergens)" }));
    }

    [Test]
    public async Task Refuses_a_file_that_is_not_utf_8()
    {
        var folder = ImportFolder.Small();
        folder.WriteBytes("clients.csv", Encoding.Latin1.GetBytes(ImportFolder.Clients + "\nC1,Zoë,Öztürk\n"));

        var faults = await FaultsOf(folder);

        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0], Does.Match("^clients.csv:[12]: bestand: is geen UTF-8; bewaar het bestand als CSV UTF-8 \\(clients.csv\\)$"));
    }

    [TestCase("C1,\"Noor,Voorbeeld\nC2,Sam,Voorbeeld")]
    [TestCase("C1,\"Noor\"a,Voorbeeld")]
    [TestCase("C1,No\"or,Voorbeeld")]
    public async Task Refuses_quotes_that_do_not_match(string rows)
    {
        var folder = ImportFolder.Small();
        folder.Write("clients.csv", ImportFolder.Clients, rows);

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[] { "clients.csv:2: bestand: heeft hier een veld met verkeerde aanhalingstekens (clients.csv)" }));
    }

    [Test]
    public async Task Names_the_physical_line_on_which_a_row_starts()
    {
        var folder = ImportFolder.Small();
        folder.WriteText("contacts.csv", Contacts + "\r\nK1,T1,phone,2025-02-01T10:00,held,,,\"Eén\nTwee\r\nDrie\"\r\n\r\n,,,,,,,\r\nK2,T1,fax,2025-02-01T10:00,held,,,\"Een\nTwee\"\r\nK3,T1,phone,gisteren,held,,,\r\n");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            "contacts.csv:7: kind: is geen bekende code; kies uit home-visit, phone, office, outdoors, partner-visit, letter (fax)",
            "contacts.csv:9: occurred_at: is geen tijdstip zoals 2024-12-31T23:30 (gisteren)",
        }));
    }

    [Test]
    public async Task Lists_the_faults_of_all_files_together_and_a_wrong_row_brings_no_others_along()
    {
        var folder = ImportFolder.Small();
        folder.Write("clients.csv", ImportFolder.Clients, "C1,,Voorbeeld");
        folder.Write("trajects.csv", ImportFolder.Trajects, "T1,C1,lokaal,2025-01-10,2025-02-01");
        folder.Write("assessments.csv", "traject_id,measured_on,moment,leefgebied,level", "T1,2025-02-01,start,gezin,3", "T1,2025-02-01,start,wonen,7", "T9,2025-02-01,start,gezin,3");

        Assert.That(await FaultsOf(folder), Is.EqualTo(new[]
        {
            "clients.csv:2: given_name: is verplicht (leeg)",
            "trajects.csv:2: programme: is geen bekende code; kies uit local-pga, top-x, rio (lokaal)",
            "assessments.csv:3: level: moet van 1 tot en met 5 zijn (7)",
            "assessments.csv:4: traject_id: staat niet in trajects.csv en is niet bekend (T9)",
        }));
    }

    [Test]
    public async Task Shows_at_most_200_faults_and_says_how_many_there_are()
    {
        var folder = ImportFolder.Small();
        folder.Write("partners.csv", ["traject_id,partner,from", .. Enumerable.Range(1, 250).Select(n => $"T{n + 1},JoU,2025-02-01"), "T1,JoU,gisteren"]);

        var report = await Import(folder);

        Assert.That(report.FaultCount, Is.EqualTo(251));
        Assert.That(report.Faults, Has.Count.EqualTo(200));
        Assert.That(report.Faults[0], Does.StartWith("partners.csv:2: "));
        Assert.That(report.Faults[199], Does.StartWith("partners.csv:201: "));
    }

    [Test]
    public async Task Accepts_a_release_after_today()
    {
        var folder = ImportFolder.Small();
        folder.Write("detentions.csv", "client_id,institution,from,expected_release", "C1,JVA Köln,2025-02-02,2031-01-01");

        await Imported(folder);

        Assert.That((await One(db => db.DetentionPeriods)).ExpectedRelease, Is.EqualTo(new DateOnly(2031, 1, 1)));
    }
}
