using Pga.Disclosure;

namespace Pga.Benchmarks;

/// <summary>
/// An invented edition of the rapportage as numbers only: the same tables and ties, counted from invented trajects, so that
/// it can be protected at any size without a database.
/// </summary>
internal sealed class EditionOfNumbers
{
    private const int Leefgebieden = 12;
    private const int Wijken = 13;
    private const int Ages = 5;
    private const int Reasons = 12;
    private const int Conditions = 6;
    private const int Interventions = 9;
    private const int PartnerCount = 14;
    private const int Durations = 5;
    private static readonly string[] Programmes = ["local-pga", "top-x", "rio"];
    private static readonly string[] Kinds = ["sport", "work", "coaching", "prevention"];
    private static readonly string[] Years = ["2023", "2024"];

    private readonly Random _random;
    private readonly Dictionary<string, (HashSet<int> Persons, long Count, bool Headline, bool Published)> _counts = [];
    private readonly List<AdditionRule> _additions = [];
    private readonly List<BaseRelation> _bases = [];
    private readonly List<Identity> _identities = [];
    private readonly List<AtMost> _inequalities = [];

    private EditionOfNumbers(int seed, int trajects)
    {
        _random = new Random(seed);
        Cells();
        for (var traject = 0; traject < trajects; traject++)
            Add(traject);
        Rules();
    }

    public static Release Make(int seed, int trajects, int threshold)
    {
        var made = new EditionOfNumbers(seed, trajects);
        return new Release(
            threshold,
            made._counts.Select(c => new Cell(c.Key, c.Value.Count, c.Value.Persons.Count, c.Value.Headline, c.Value.Published ? Fate.Open : Fate.Unpublished)),
            made._additions, made._bases, made._identities, made._inequalities);
    }

    private static IEnumerable<string> Row(string table, IEnumerable<string> rows) => rows.Select(r => $"{table}/{r}");

    private static string[] Names(string name, int count) => [.. Enumerable.Range(0, count).Select(i => $"{name}{i}")];

    private static string Judgement(int reason) => reason < 3 ? "positive" : reason < 6 ? "neutral" : reason < 10 ? "negative" : "not-applicable";

    private void Cells()
    {
        foreach (var year in Years)
        {
            Declare(year, true, [.. Row("inflow", [.. Programmes, "total"]), .. Row("outflow-positive", Programmes), "outflow/total", "outflow/positive"]);
            Declare(year, false, [
                "persons/persons", .. Row("concerns", [.. Names("l", Leefgebieden), "assessed"]), .. Row("acute", [.. Names("l", Leefgebieden), "any"]),
                .. Row("age", Names("a", Ages)), .. Row("wijk", Names("w", Wijken)), .. Row("starts", [.. Kinds, "any"]),
                .. Row("outflow", [.. Names("r", Reasons), "neutral", "negative", "not-applicable"])]);
            foreach (var programme in Programmes)
                _counts.Add($"ended/{programme}/{year}", ([], 0, false, false));
        }

        foreach (var year in Years)
            Declare(year, true, [.. Row("running", [.. Programmes, "total"])]);
        Declare("2024", false, [.. Row("duration", Names("d", Durations)), .. Row("partner", Names("p", PartnerCount))]);
        foreach (var column in new[] { "improved", "same", "worse", "total" })
            Declare(column, false, [.. Row("progress", Names("l", Leefgebieden))]);
        foreach (var column in new[] { "start", "end", "total" })
            Declare(column, false, [.. Row("conditions", Names("c", Conditions))]);
        foreach (var column in new[] { "referred", "started", "completed", "dropped", "running" })
            Declare(column, false, [.. Row("interventions", Names("i", Interventions))]);
    }

    private void Declare(string column, bool headline, IEnumerable<string> rows)
    {
        foreach (var row in rows)
            _counts.Add($"{row}/{column}", ([], 0, headline, true));
    }

    private void Count(string key, int person, bool once = false)
    {
        var known = _counts[key];
        if (known.Persons.Add(person) || !once)
            _counts[key] = known with { Count = known.Count + 1 };
    }

    // Small numbers first: low codes are common, high ones rare.
    private int Pick(int count) => (int)(count * Math.Pow(_random.NextDouble(), 2));

    private void Add(int traject)
    {
        var person = traject - (_random.Next(12) == 0 && traject > 0 ? 1 : 0);
        var start = _random.Next(2021, 2025);
        var programme = Programmes[Pick(3)];
        var isEnded = _random.Next(3) > 0;
        var end = isEnded ? Math.Min(start + _random.Next(0, 3), 2025) : int.MaxValue;
        var year = $"{start}";
        var usesList = programme != "rio";
        var levels = Enumerable.Range(0, Leefgebieden).Select(_ => _random.Next(1, 6)).ToArray();
        var isAssessed = usesList && _random.Next(8) > 0;
        if (Years.Contains(year))
            AddInflow(year, programme, person, isAssessed ? levels : null);
        foreach (var at in Years.Where(y => string.CompareOrdinal($"{start}", y) <= 0 && (!isEnded || string.CompareOrdinal($"{end}", y) > 0)))
        {
            Count($"running/{programme}/{at}", person);
            Count($"running/total/{at}", person);
        }

        if (Years.Contains($"{end}"))
            AddOutflow($"{end}", programme, person, isAssessed ? levels : null);
        if (start <= 2024 && end >= 2024)
            AddActivity(person);
    }

    private void AddInflow(string year, string programme, int person, int[]? levels)
    {
        Count($"inflow/{programme}/{year}", person);
        Count($"inflow/total/{year}", person);
        Count($"persons/persons/{year}", person, once: true);
        Count($"age/a{Pick(Ages)}/{year}", person);
        Count($"wijk/w{Pick(Wijken)}/{year}", person);
        if (levels is null)
            return;
        Count($"concerns/assessed/{year}", person);
        for (var i = 0; i < Leefgebieden; i++)
        {
            if (levels[i] <= 3)
                Count($"concerns/l{i}/{year}", person);
            if (levels[i] == 1)
                Count($"acute/l{i}/{year}", person);
        }

        if (levels.Contains(1))
            Count($"acute/any/{year}", person);
    }

    private void AddOutflow(string year, string programme, int person, int[]? levels)
    {
        var reason = Pick(Reasons);
        Count($"outflow/r{reason}/{year}", person);
        Count($"outflow/{Judgement(reason)}/{year}", person);
        Count($"outflow/total/{year}", person);
        Count($"ended/{programme}/{year}", person);
        if (reason < 3)
            Count($"outflow-positive/{programme}/{year}", person);
        if (year != "2024")
            return;
        Count($"duration/d{Pick(Durations)}/2024", person);
        for (var i = 0; levels is not null && i < Leefgebieden; i++)
        {
            if (_random.Next(5) == 0)
                continue;
            Count($"progress/l{i}/{(_random.Next(5) is var step && step < 3 ? "improved" : step == 3 ? "same" : "worse")}", person);
            Count($"progress/l{i}/total", person);
        }

        for (var i = 0; programme == "rio" && i < Conditions; i++)
        {
            if (_random.Next(4) == 0)
                continue;
            Count($"conditions/c{i}/total", person);
            if (_random.Next(3) == 0)
                Count($"conditions/c{i}/start", person);
            if (_random.Next(3) > 0)
                Count($"conditions/c{i}/end", person);
        }
    }

    private void AddActivity(int person)
    {
        for (var i = _random.Next(4); i > 0; i--)
        {
            // A client has one traject at a time here, so partners are counted once for each.
            Count($"partner/p{Pick(PartnerCount)}/2024", person, once: true);
        }

        for (var i = _random.Next(3); i > 0; i--)
        {
            var intervention = Pick(Interventions);
            Count($"interventions/i{intervention}/referred", person);
            if (_random.Next(4) == 0)
                continue;
            Count($"interventions/i{intervention}/started", person);
            Count($"starts/{Kinds[intervention % 4]}/2024", person, once: true);
            Count("starts/any/2024", person, once: true);
            var outcome = _random.Next(3);
            Count($"interventions/i{intervention}/{(outcome == 0 ? "completed" : outcome == 1 ? "dropped" : "running")}", person);
        }

        if (_random.Next(2) == 0)
        {
            Count($"starts/{Kinds[Pick(4)]}/2023", person, once: true);
            Count("starts/any/2023", person, once: true);
        }
    }

    private void Rules()
    {
        foreach (var year in Years)
        {
            string[] Of(string table, IEnumerable<string> rows) => [.. Row(table, rows).Select(r => $"{r}/{year}")];
            void AtMost(string smaller, params string[] larger) => _inequalities.Add(new AtMost([$"{smaller}/{year}"], [.. larger.Select(l => $"{l}/{year}")]));
            _additions.Add(new($"inflow/total/{year}", Of("inflow", Programmes)));
            _additions.Add(new($"inflow/total/{year}", Of("age", Names("a", Ages))));
            _additions.Add(new($"inflow/total/{year}", Of("wijk", Names("w", Wijken))));
            _additions.Add(new($"outflow/total/{year}", Of("outflow", ["positive", "neutral", "negative", "not-applicable"])));
            foreach (var reasons in Enumerable.Range(0, Reasons).GroupBy(Judgement))
                _additions.Add(new($"outflow/{reasons.Key}/{year}", Of("outflow", reasons.Select(r => $"r{r}"))));
            _additions.Add(new($"outflow/positive/{year}", Of("outflow-positive", Programmes)));
            _additions.Add(new($"outflow/total/{year}", Of("ended", Programmes)));
            _additions.Add(new($"running/total/{year}", Of("running", Programmes)));
            foreach (var leefgebied in Names("l", Leefgebieden))
            {
                _bases.Add(new($"concerns/{leefgebied}/{year}", $"concerns/assessed/{year}"));
                _bases.Add(new($"acute/{leefgebied}/{year}", $"concerns/assessed/{year}"));
                AtMost($"acute/{leefgebied}", $"concerns/{leefgebied}");
                AtMost($"acute/{leefgebied}", "acute/any");
            }

            _bases.Add(new($"acute/any/{year}", $"concerns/assessed/{year}"));
            AtMost("acute/any", [.. Row("acute", Names("l", Leefgebieden))]);
            AtMost("concerns/assessed", "inflow/local-pga", "inflow/top-x");
            AtMost("persons/persons", "inflow/total");
            foreach (var programme in Programmes)
            {
                AtMost($"outflow-positive/{programme}", $"ended/{programme}");
                AtMost($"inflow/{programme}", $"ended/{programme}", $"running/{programme}");
            }

            AtMost("starts/any", [.. Row("starts", Kinds)]);
            foreach (var kind in Kinds)
                AtMost($"starts/{kind}", "starts/any");
        }

        foreach (var row in (string[])[.. Programmes, "total"])
        {
            var ended = row == "total" ? "outflow/total/2024" : $"ended/{row}/2024";
            _identities.Add(new([$"running/{row}/2023", $"inflow/{row}/2024"], [$"running/{row}/2024", ended]));
        }

        _additions.Add(new("outflow/total/2024", [.. Row("duration", Names("d", Durations)).Select(r => $"{r}/2024")]));
        foreach (var row in Row("progress", Names("l", Leefgebieden)))
        {
            string[] parts = [$"{row}/improved", $"{row}/same", $"{row}/worse"];
            _additions.Add(new($"{row}/total", parts));
            _bases.AddRange(parts.Select(p => new BaseRelation(p, $"{row}/total")));
            _inequalities.Add(new([$"{row}/total"], ["ended/local-pga/2024", "ended/top-x/2024"]));
        }

        foreach (var row in Row("conditions", Names("c", Conditions)))
        {
            _bases.Add(new($"{row}/start", $"{row}/total"));
            _bases.Add(new($"{row}/end", $"{row}/total"));
            _inequalities.Add(new([$"{row}/total"], ["ended/rio/2024"]));
        }

        foreach (var row in Row("partner", Names("p", PartnerCount)))
            _inequalities.Add(new([$"{row}/2024"], ["outflow/total/2024", "running/total/2024"]));
        for (var kind = 0; kind < Kinds.Length; kind++)
            _inequalities.Add(new([$"starts/{Kinds[kind]}/2024"], [.. Enumerable.Range(0, Interventions).Where(i => i % 4 == kind).Select(i => $"interventions/i{i}/started")]));
        _inequalities.Add(new(["starts/any/2024"], [.. Row("interventions", Names("i", Interventions)).Select(r => $"{r}/started")]));
    }
}
