using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Contacts;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

/// <summary>The form for a contact, shared by the page that records one and the page that corrects one.</summary>
public abstract class ContactPage(IMediator mediator) : PgaPage(mediator)
{
    /// <summary>So many leefgebieden stand in the open, those that are worst; the others unfold.</summary>
    public const int LevelsInTheOpen = 3;

    private const string Between = ", ";

    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Kind { get; set; }

        public DateOnly? Date { get; set; }

        public TimeOnly? Time { get; set; }

        public string? Place { get; set; }

        public string? Outcome { get; set; }

        public List<string> Present { get; set; } = [];

        public string? AlsoPresent { get; set; }

        public string? Report { get; set; }

        public Dictionary<string, int?> Levels { get; set; } = [];

        /// <summary>What the form showed before; only what differs is a change.</summary>
        public Dictionary<string, int?> Was { get; set; } = [];

        public List<string> Topics { get; set; } = [];

        public bool? SafetyConcern { get; set; }

        public string? NextStep { get; set; }

        public DateOnly? NextStepDue { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public ContactForm Facts { get; private set; } = null!;

    public bool Corrects => Facts.Contact is not null;

    /// <summary>Asks for the kind; without it the kind was chosen before.</summary>
    public bool AsksKind { get; protected set; }

    /// <summary>A planned contact that gets its outcome needs no reason.</summary>
    public bool AsksReason => Facts.Contact is { Outcome: not null };

    public static IEnumerable<SelectListItem> Kinds => ContactCodes.Kinds.All.Select(k => new SelectListItem(k.Label, k.Key));

    public static IEnumerable<SelectListItem> Outcomes =>
        [.. ContactCodes.Outcomes.All.Select(o => new SelectListItem(o.Label, o.Key)), new SelectListItem("Gepland", "")];

    public IEnumerable<SelectListItem> People => Facts.People.Select(p => new SelectListItem(p, p));

    public IEnumerable<SelectListItem> Topics => Facts.Levels.OrderBy(l => l.Label, StringComparer.Ordinal).Select(l => new SelectListItem(l.Label, l.Leefgebied));

    public static IEnumerable<SelectListItem> YesNo => [new("Ja", "true"), new("Nee", "false")];

    /// <summary>Who was there, as one text.</summary>
    protected string? PresentText
    {
        get
        {
            var all = string.Join(Between, Input.Present.Append(Input.AlsoPresent?.Trim() ?? "").Where(p => p.Length > 0));
            return all.Length == 0 ? null : all;
        }
    }

    protected async Task Load(Guid? contactId)
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        Facts = await Ask(new GetContactForm(Id, contactId));
        foreach (var level in Facts.Levels)
        {
            Input.Levels.TryAdd(level.Leefgebied, level.Level);
            Input.Was.TryAdd(level.Leefgebied, level.Level);
        }
    }

    protected void Fill(RecordedContact contact)
    {
        var present = contact.Present?.Split(Between) ?? [];
        Input.BaseVersion = contact.Version;
        Input.Kind = contact.Kind;
        Input.Date = contact.Date;
        Input.Time = contact.Time;
        Input.Place = contact.Place;
        Input.Outcome = contact.Outcome;
        Input.Present = [.. Facts.People.Where(present.Contains)];
        Input.AlsoPresent = string.Join(Between, present.Except(Facts.People));
        Input.Report = contact.Report;
        Input.Topics = [.. contact.Topics];
        Input.SafetyConcern = contact.SafetyConcern;
        Input.NextStep = contact.NextStep;
        Input.NextStepDue = contact.NextStepDue;
    }

    /// <summary>Sends the command. The time has no value that means "empty", so the page itself asks for it.</summary>
    protected async Task<Guid?> Save(ICommand command)
    {
        if (Input.Time is null && ModelState.GetFieldValidationState("Input.Time") is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError("Input.Time", "Vul een tijd in.");
        return await Do(command);
    }
}
