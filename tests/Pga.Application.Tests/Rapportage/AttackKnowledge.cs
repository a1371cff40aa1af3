using Pga.Testing.Attack;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// All that follows from the definitions in the rapportage, as somebody would write it down who has only read them: which
/// numbers add up to which, which can't be more than others, and what last year's stand has to do with this year's. Taken
/// from nothing that the rapportage is made with.
/// </summary>
internal sealed class AttackKnowledge
{
    private static readonly string[] Programmes = ["local-pga", "top-x", "rio"];
    private static readonly string[] Kinds = ["sport", "work", "coaching", "prevention"];

    private static readonly Dictionary<string, string> KindOf = new()
    {
        ["Colosseum Gym"] = "sport",
        ["FC Utrecht Inside"] = "sport",
        ["FC Utrecht Outside"] = "sport",
        ["IPTA-coach"] = "work",
        ["VOG-traject"] = "work",
        ["RIO-begeleiding"] = "coaching",
        ["Kapot Sterk"] = "prevention",
    };

    private static readonly Dictionary<string, string[]> Reasons = new()
    {
        ["positive"] = ["goals-achieved", "scaled-down", "regular-support"],
        ["neutral"] = ["moved", "transferred", "scaled-up", "long-detention", "criteria-lapsed"],
        ["negative"] = ["relapse", "withdrew", "out-of-sight"],
        ["not-applicable"] = ["deceased"],
    };

    private readonly IReadOnlyList<AttackReading> _readings;
    private readonly AttackCorrections _corrections;
    private readonly HashSet<string> _known = [];

    private AttackKnowledge(IReadOnlyList<AttackReading> readings, AttackCorrections corrections) => (_readings, _corrections) = (readings, corrections);

    public Riddle Riddle { get; } = new();

    /// <summary>What somebody knows who has all of these, of cases that nobody changed after a year was frozen.</summary>
    public static Riddle Of(params IReadOnlyList<AttackReading> readings) => Of(readings, AttackCorrections.None);

    /// <param name="corrections">What somebody takes for possible between one edition and the next.</param>
    public static Riddle Of(IReadOnlyList<AttackReading> readings, AttackCorrections corrections)
    {
        var knowledge = new AttackKnowledge(readings, corrections);
        foreach (var reading in readings)
            knowledge.Take(reading);
        foreach (var year in readings.SelectMany(r => new[] { r.Year - 1, r.Year }).Distinct())
            knowledge.AddBoth(year);
        foreach (var reading in readings.OrderBy(r => r.LeftOut.Count).DistinctBy(r => r.Year))
            knowledge.AddYear(reading);
        return knowledge.Riddle;
    }

    public static string Ended(string programme, int year) => $"outflow of {programme}@{year}";

    /// <summary>By how much last year's stand was too low when it was frozen: what was found since, less what had ended or shouldn't have been there.</summary>
    public static Dictionary<string, long> Correction(string programme, int year, AttackCorrections possible) => possible is AttackCorrections.Late
        ? new() { [Fewer(programme, year)] = -1 }
        : new() { [More(programme, year)] = 1, [Fewer(programme, year)] = -1 };

    /// <summary>The same of all programmes together.</summary>
    public static Dictionary<string, long> Correction(int year, AttackCorrections possible) => Programmes.SelectMany(p => Correction(p, year, possible)).ToDictionary();

    private static string More(string programme, int year) => $"found for {programme}@{year}";

    private static string Fewer(string programme, int year) => $"gone from {programme}@{year}";

    private void Take(AttackReading reading)
    {
        foreach (var (key, value) in reading.Cells)
        {
            _known.Add(key);
            if (value is { } number)
                Riddle.Shown(key, number);
            else
                Riddle.Hidden(key, AttackReading.IsLeftOut(_readings, key) ? 0 : 1);
        }
    }

    // In no table, yet there.
    private string Unpublished(string key)
    {
        if (_known.Add(key))
            Riddle.Hidden(key, 0);
        return key;
    }

    private void AddBoth(int year)
    {
        var concerns = Rows("inflow-concerns", year).Except(["assessed"]).ToList();
        AddsUp("inflow", year, Programmes);
        AddsUp("inflow-age", year, ["under-18", "18-23", "24-27", "28-plus", "unknown"]);
        AddsUp("inflow-wijk", year, Rows("inflow-wijk", year).Except(["total"]));
        Same([$"inflow-age/total@{year}"], [$"inflow/total@{year}"]);
        Same([$"inflow-wijk/total@{year}"], [$"inflow/total@{year}"]);
        AtMost([$"inflow-persons/persons@{year}"], [$"inflow/total@{year}"]);

        Same([$"inflow-acute/assessed@{year}"], [$"inflow-concerns/assessed@{year}"]);
        AtMost([$"inflow-concerns/assessed@{year}"], [$"inflow/local-pga@{year}", $"inflow/top-x@{year}"]);
        AtMost([$"inflow-acute/any@{year}"], [$"inflow-concerns/assessed@{year}"]);
        AtMost([$"inflow-acute/any@{year}"], concerns.Select(c => $"inflow-acute/{c}@{year}"));
        foreach (var concern in concerns)
        {
            AtMost([$"inflow-concerns/{concern}@{year}"], [$"inflow-concerns/assessed@{year}"]);
            AtMost([$"inflow-acute/{concern}@{year}"], [$"inflow-concerns/{concern}@{year}"]);
            AtMost([$"inflow-acute/{concern}@{year}"], [$"inflow-acute/any@{year}"]);
        }

        foreach (var kind in Kinds)
            AtMost([$"programme-starts/{kind}@{year}"], [$"programme-starts/any@{year}"]);

        foreach (var (judgement, reasons) in Reasons)
            Same([$"outflow/{judgement}@{year}"], reasons.Select(r => $"outflow/{r}@{year}"));
        AddsUp("outflow", year, Reasons.Keys);
        AddsUp("outflow-positive", year, Programmes);
        Same([$"outflow-positive/total@{year}"], [$"outflow/positive@{year}"]);
        Same([$"outflow/total@{year}"], Programmes.Select(p => Unpublished(Ended(p, year))));
        foreach (var programme in Programmes)
        {
            AtMost([$"outflow-positive/{programme}@{year}"], [Ended(programme, year)]);
            Same(
                [Unpublished($"running/{programme}@{year - 1}"), $"inflow/{programme}@{year}", .. MoreOf(programme, year)],
                [Unpublished($"running/{programme}@{year}"), Ended(programme, year), .. FewerOf(programme, year)]);
        }
    }

    private void AddYear(AttackReading reading)
    {
        var year = reading.Year;
        AddsUp("running", year, Programmes);
        AddsUp("duration", year, ["under-6", "6-12", "12-18", "18-24", "24-plus"]);
        Same([$"duration/total@{year}"], [$"outflow/total@{year}"]);
        Same([$"spreekuren/total/conversations@{year}"], reading.Rows("spreekuren", $"/conversations@{year}").Except(["total"]).Select(r => $"spreekuren/{r}/conversations@{year}"));

        var interventions = reading.Rows("interventions", $"/started@{year}").ToList();
        string Started(string intervention) => $"interventions/{intervention}/started@{year}";
        foreach (var kind in Kinds)
            AtMost([$"programme-starts/{kind}@{year}"], interventions.Where(i => KindOf.GetValueOrDefault(i, kind) == kind).Select(Started));
        AtMost([$"programme-starts/any@{year}"], interventions.Select(Started));
        AtMost([$"programme-starts/any@{year}"], [.. Kinds.Select(k => $"programme-starts/{k}@{year}"), .. interventions.Where(i => !KindOf.ContainsKey(i)).Select(Started)]);

        foreach (var partner in reading.Rows("partners", $"@{year}"))
            AtMost([$"partners/{partner}@{year}"], [$"running/total@{year}", $"outflow/total@{year}"]);

        foreach (var leefgebied in reading.Rows("progress", $"/total@{year}"))
        {
            Same([$"progress/{leefgebied}/total@{year}"], [$"progress/{leefgebied}/improved@{year}", $"progress/{leefgebied}/same@{year}", $"progress/{leefgebied}/worse@{year}"]);
            AtMost([$"progress/{leefgebied}/total@{year}"], [Ended("local-pga", year), Ended("top-x", year)]);
        }

        foreach (var condition in reading.Rows("basic-conditions", $"/total@{year}"))
        {
            AtMost([$"basic-conditions/{condition}/arranged-at-start@{year}"], [$"basic-conditions/{condition}/total@{year}"]);
            AtMost([$"basic-conditions/{condition}/arranged-at-end@{year}"], [$"basic-conditions/{condition}/total@{year}"]);
            AtMost([$"basic-conditions/{condition}/total@{year}"], [Ended("rio", year)]);
        }

        // Who has been here for a year was running when the year began; who has for two years, when the year before began,
        // and so was whoever left in that year after at least one.
        AtMost([.. LongerThanAYear(year), .. Programmes.SelectMany(p => FewerOf(p, year))], [AllRunning(year - 1), .. Programmes.SelectMany(p => MoreOf(p, year))]);
        AtMost(
            [$"duration/24-plus@{year}", .. LongerThanAYear(year - 1).Where(_known.Contains)],
            [AllRunning(year - 2), .. new[] { year - 1, year }.SelectMany(y => Programmes.SelectMany(p => MoreOf(p, y)))]);

        AddQuarters(reading);
    }

    private string[] MoreOf(string programme, int year) => _corrections is AttackCorrections.Any ? [Unpublished(More(programme, year))] : [];

    private string[] FewerOf(string programme, int year) => _corrections is AttackCorrections.None ? [] : [Unpublished(Fewer(programme, year))];

    private static IEnumerable<string> LongerThanAYear(int year) => [$"duration/12-18@{year}", $"duration/18-24@{year}", $"duration/24-plus@{year}"];

    private string AllRunning(int year)
    {
        var total = $"running/total@{year}";
        if (!_known.Contains(total))
            Same([Unpublished(total)], Programmes.Select(p => Unpublished($"running/{p}@{year}")));
        return total;
    }

    // On the dashboard, from the same edition.
    private void AddQuarters(AttackReading reading)
    {
        var year = reading.Year;
        var quarters = reading.Rows("outflow-quarters", $"/total@{year}").ToList();
        if (quarters.Count == 0)
            return;
        string Cell(string quarter, string column) => $"outflow-quarters/{quarter}/{column}@{year}";
        foreach (var quarter in quarters)
            Same([Cell(quarter, "total")], [Cell(quarter, "positive"), Cell(quarter, "other")]);
        foreach (var column in new[] { "positive", "other", "total" })
            Same([Cell("total", column)], quarters.Except(["total"]).Select(q => Cell(q, column)));
        Same([Cell("total", "positive")], [$"outflow/positive@{year}"]);
        Same([Cell("total", "total")], [$"outflow/total@{year}"]);
    }

    private IEnumerable<string> Rows(string table, int year) => _readings.Where(r => r.Year == year || r.Year == year + 1).SelectMany(r => r.Rows(table, $"@{year}")).Distinct();

    private void AddsUp(string table, int year, IEnumerable<string> rows) => Same([$"{table}/total@{year}"], rows.Select(r => $"{table}/{r}@{year}"));

    private void Same(IEnumerable<string> left, IEnumerable<string> right) => Riddle.Same(left.Select(Known), right.Select(Known));

    private void AtMost(IEnumerable<string> smaller, IEnumerable<string> larger) => Riddle.AtMost(smaller.Select(Known), larger.Select(Known));

    private string Known(string key) => _known.Contains(key) ? key : AttackReading.IsLeftOut(_readings, key) ? Unpublished(key) : throw new InvalidOperationException($"{key} is in no table.");
}

/// <summary>What somebody takes for possible of the cases of a year that was frozen.</summary>
internal enum AttackCorrections
{
    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>Some had ended that weren't known to.</summary>
    Late,

    /// <summary>And some should never have been counted, and others were found.</summary>
    Any,
}
