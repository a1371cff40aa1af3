using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Domain.Common;
using Pga.Domain.Stories;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Stories;

/// <summary>A story, its road, and the next step for who may take it.</summary>
public sealed class StoryModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What <c>stap</c> in the address can be: the second step of each action.</summary>
    public const string Anonymising = "anonimiseren";
    public const string Consenting = "toestemming";
    public const string Revoking = "toestemming-intrekken";
    public const string Releasing = "vrijgeven";
    public const string Withdrawing = "terugtrekken";

    public sealed class ConsentForm
    {
        public string? How { get; set; }

        public DateOnly? On { get; set; }
    }

    public sealed record RoadStep(string State, StoryStep? Taken, bool IsNow);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Asking { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public ConsentForm Consent { get; set; } = new();

    public StoryView Story { get; private set; } = null!;

    /// <summary>The step that is asked for, when this actor may take it now.</summary>
    public string? Step => Asking switch
    {
        Anonymising when Story is { MayWrite: true, State: StoryStates.Concept } => Asking,
        Consenting when Story is { MayWrite: true, State: StoryStates.Anonymised } => Asking,
        Revoking when Story is { MayWrite: true, State: StoryStates.Consented or StoryStates.Released } => Asking,
        Releasing when Story.MayRelease => Asking,
        Withdrawing when Story.MayWithdraw => Asking,
        _ => null,
    };

    public (string Handler, string Title, string Button) Asked => Step switch
    {
        Anonymising => ("Anonymise", "Is niemand te herkennen?", "Ja, het is geanonimiseerd"),
        Consenting => ("Consent", "Toestemming vastleggen", "Toestemming vastleggen"),
        Revoking => ("WithdrawConsent", "Toestemming intrekken?", "Ja, toestemming intrekken"),
        Releasing => ("Release", "Vrijgeven?", "Ja, geef vrij"),
        _ => ("Withdraw", "Verhaal terugtrekken?", "Ja, trek het verhaal terug"),
    };

    public static IEnumerable<SelectListItem> Ways => StoryConsent.Ways.All.Select(w => new SelectListItem(w.Label, w.Key));

    public IEnumerable<RoadStep> Road
    {
        get
        {
            string[] all = [StoryStates.Concept, StoryStates.Anonymised, StoryStates.Consented, StoryStates.Released];
            var road = Story.State == StoryStates.Withdrawn ? Story.Steps.Select(s => s.State) : all;
            return road.Select(state => new RoadStep(state, Story.Steps.FirstOrDefault(s => s.State == state), state == Story.State));
        }
    }

    public string Where(StoryTrace trace) => trace.Field switch
    {
        "Title" => "In de titel",
        "LinkTo" => "In het doel",
        _ => "In de tekst",
    };

    public string Waits(string state) => state switch
    {
        StoryStates.Anonymised => "Nog niet: de schrijver haalt herkenbare gegevens weg",
        StoryStates.Consented => "Nog niet: de persoon geeft toestemming",
        _ => "Nog niet: de privacy officer geeft vrij",
    };

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = Story.Version;
        Consent.On = clock.Today();
    }

    public Task<IActionResult> OnPostAnonymiseAsync() =>
        Take(new AnonymiseStory(CommandId, Id, BaseVersion), "Het verhaal is geanonimiseerd. Vraag nu toestemming.");

    public Task<IActionResult> OnPostConsentAsync() =>
        Take(new RecordConsent(CommandId, Id, BaseVersion, Consent.How ?? "", Consent.On ?? default), "De toestemming is vastgelegd. De privacy officer kan het verhaal vrijgeven.");

    public Task<IActionResult> OnPostWithdrawConsentAsync() =>
        Take(new WithdrawConsent(CommandId, Id, BaseVersion), "De toestemming is ingetrokken.");

    public Task<IActionResult> OnPostReleaseAsync() =>
        Take(new ReleaseStory(CommandId, Id, BaseVersion), "Het verhaal is vrijgegeven voor de rapportage.");

    public Task<IActionResult> OnPostWithdrawAsync() =>
        Take(new WithdrawStory(CommandId, Id, BaseVersion), "Het verhaal is teruggetrokken.");

    private async Task<IActionResult> Take(ICommand command, string notice)
    {
        if (await Do(command, nameof(Consent)) is not null)
        {
            Notice(notice);
            return Redirect($"/verhalen/{Id}");
        }

        await Load();
        // Sending again goes on top of what is shown now.
        if (Conflict is not null)
            BaseVersion = Story.Version;
        return Page();
    }

    private async Task Load() => Story = await Ask(new GetStory(Id));
}
