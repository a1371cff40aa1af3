using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Trajects;
using static Pga.Application.Import.Cells;
using static Pga.Application.Import.ImportColumn;
using static Pga.Application.Import.RowRule;

namespace Pga.Application.Import;

/// <summary>The files of an import folder with their columns, in the order in which they are read and written.</summary>
internal static class ImportFiles
{
    /// <summary>Length of <c>ImportKey</c>.</summary>
    public const int MaxKey = 64;

    public static readonly ImportFile Staff = new("staff", ["email"],
        Must("email", Email),
        Must("name", Text(StaffMember.MaxName)),
        Must("role", Roles),
        May("team", Team),
        May("organisation", Text(StaffMember.MaxOrganisation)));

    public static readonly ImportFile Clients = new("clients", ["client_id"],
        Must("client_id", Text(Client.MaxNumber)),
        Must("given_name", Text(Client.MaxName)),
        May("prefix", Text(Client.MaxPrefix)),
        Must("family_name", Text(Client.MaxName)),
        May("birth_date", PastDate),
        May("gender", Gender),
        May("wijk", Code(Wijken.List)),
        May("bsn", BsnNumber) with { Sealed = true })
    { MustBeThere = true };

    public static readonly ImportFile Trajects = new("trajects", ["traject_id"],
        Must("traject_id", Text(Traject.MaxNumber)),
        Must("client_id", Text(Client.MaxNumber)).To("clients"),
        Must("programme", Code(Programmes.List)),
        Must("referred_on", PastDate),
        May("referred_by", Text(Traject.MaxReferredBy)),
        May("started_on", PastDate),
        May("ended_on", PastDate),
        May("end_reason", Code(EndReasons.List)),
        May("coordinator", Email).To("staff"))
    {
        MustBeThere = true,
        Rules = [NotBefore("started_on", "referred_on"), NotBefore("ended_on", "started_on"), Needs("ended_on", "started_on"), Needs("ended_on", "end_reason"), Needs("end_reason", "ended_on")],
    };

    public static readonly ImportFile Assessments = new("assessments", ["traject_id", "measured_on", "moment", "leefgebied"],
        Must("traject_id", Text(Traject.MaxNumber)).To("trajects"),
        Must("measured_on", PastDate),
        Must("moment", Code(Moments.List)),
        Must("leefgebied", Leefgebied),
        Must("level", WholeNumber(Leefgebieden.MinLevel, Leefgebieden.MaxLevel)));

    public static readonly ImportFile BasicConditions = new("basic_conditions", ["traject_id", "measured_on", "moment", "condition"],
        Must("traject_id", Text(Traject.MaxNumber)).To("trajects"),
        Must("measured_on", PastDate),
        Must("moment", Code(Moments.List)),
        Must("condition", Code(Domain.Catalogues.BasicConditions.List)),
        Must("status", Code(Domain.Catalogues.BasicConditions.Statuses)));

    public static readonly ImportFile Contacts = new("contacts", ["contact_id"],
        Must("contact_id", Text(MaxKey)),
        Must("traject_id", Text(Traject.MaxNumber)).To("trajects"),
        Must("kind", Code(ContactCodes.Kinds)),
        Must("occurred_at", PastTime),
        Must("outcome", Code(ContactCodes.Outcomes)),
        May("staff", Email).To("staff"),
        May("leefgebieden", SeveralLeefgebieden),
        May("report", Text(ContactMoment.MaxReport)));

    public static readonly ImportFile Participations = new("participations", ["participation_id"],
        Must("participation_id", Text(MaxKey)),
        Must("traject_id", Text(Traject.MaxNumber)).To("trajects"),
        Must("intervention", Catalogue(c => c.Interventions)),
        Must("referred_on", PastDate),
        May("started_on", PastDate),
        May("ended_on", PastDate),
        May("result", Code(Participation.Results)))
    {
        Rules = [NotBefore("started_on", "referred_on"), NotBefore("ended_on", "started_on"), Needs("ended_on", "started_on"), Needs("result", "ended_on")],
    };

    public static readonly ImportFile Partners = new("partners", ["traject_id", "partner", "from"],
        Must("traject_id", Text(Traject.MaxNumber)).To("trajects"),
        Must("partner", Catalogue(c => c.Partners)),
        Must("from", PastDate),
        May("until", PastDate))
    { Rules = [NotBefore("until", "from")] };

    public static readonly ImportFile Detentions = new("detentions", ["client_id", "institution", "from"],
        Must("client_id", Text(Client.MaxNumber)).To("clients"),
        Must("institution", Catalogue(c => c.Institutions)),
        Must("from", PastDate),
        May("expected_release", AnyDate),
        May("until", PastDate))
    { Rules = [NotBefore("until", "from")] };

    public static readonly ImportFile Spreekuren = new("spreekuren", ["spreekuur_id"],
        Must("spreekuur_id", Text(MaxKey)),
        Must("institution", Catalogue(c => c.Institutions)),
        Must("held_at", PastTime),
        Must("rio", Email).To("staff"));

    public static readonly ImportFile SpreekuurVisits = new("spreekuur_visits", ["spreekuur_id", "client_id"],
        Must("spreekuur_id", Text(MaxKey)).To("spreekuren"),
        May("client_id", Text(Client.MaxNumber)).To("clients"),
        Must("attendance", Code(SpreekuurCodes.Attendance)));

    public static readonly ImportFile Relations = new("relations", ["client_id", "relation", "name", "birth_year"],
        Must("client_id", Text(Client.MaxNumber)).To("clients"),
        Must("relation", Code(Relation.Kinds)),
        Must("name", Text(Relation.MaxName)),
        May("birth_year", PastYear))
    { RepeatIsFine = true };

    public static readonly ImportFile Activities = new("activities", ["year", "kind"],
        Must("year", Year),
        Must("kind", Catalogue(c => c.ActivityKinds)),
        Must("count", WholeNumber(0, int.MaxValue)));

    public static readonly ImportFile Budgets = new("budgets", ["year", "priority"],
        Must("year", Year),
        Must("priority", Text(Budget.MaxPriority)),
        Must("budgeted", WholeNumber(long.MinValue, long.MaxValue)),
        Must("realised", WholeNumber(long.MinValue, long.MaxValue)));

    public static readonly IReadOnlyList<ImportFile> All =
    [
        Staff, Clients, Trajects, Assessments, BasicConditions, Contacts, Participations, Partners, Detentions,
        Spreekuren, SpreekuurVisits, Relations, Activities, Budgets,
    ];

    public static ImportFile Named(string name) => All.Single(f => f.Name == name);
}
