using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Pga.Application.Trajects;

namespace Pga.Web.Pages.Trajects;

/// <summary>What the address of a worklist says, in Dutch; codes only, nothing about a person.</summary>
public sealed record WorklistAddress
{
    [FromQuery(Name = "wijk")]
    public string? Wijk { get; set; }

    [FromQuery(Name = "leef")]
    public string? Leefgebied { get; set; }

    [FromQuery(Name = "status")]
    public string? State { get; set; }

    [FromQuery(Name = "aandacht")]
    public string? Attention { get; set; }

    [FromQuery(Name = "sorteer")]
    public string? Sort { get; set; }

    [FromQuery(Name = "team")]
    public bool Team { get; set; }

    [FromQuery(Name = "medewerker")]
    public Guid? Worker { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public bool IsFiltered => this is not { Wijk: null, Leefgebied: null, State: null, Attention: null };

    public GetWorklist Question => new(Wijk, Leefgebied, State, Attention, Sort, Team, PageNumber, Worker);

    public static WorklistAddress Of(GetWorklist q) => new()
    {
        Wijk = q.Wijk,
        Leefgebied = q.Leefgebied,
        State = q.State,
        Attention = q.Attention,
        Sort = q.Sort,
        Team = q.Team,
        Worker = q.Worker,
        PageNumber = q.Page,
    };

    /// <summary>This filter on a page.</summary>
    public string Address(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["wijk"] = Wijk,
        ["leef"] = Leefgebied,
        ["status"] = State,
        ["aandacht"] = Attention,
        ["sorteer"] = Sort,
        ["team"] = Team ? "true" : null,
        ["medewerker"] = Worker?.ToString(),
        ["p"] = PageNumber > 1 ? PageNumber.ToString(CultureInfo.InvariantCulture) : null,
    });
}
