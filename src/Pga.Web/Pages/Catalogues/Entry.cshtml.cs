using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Catalogues;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Catalogues;

/// <summary>One entry: change, end, reopen, check or remove it.</summary>
public sealed class EntryModel(IMediator mediator, TimeProvider clock) : EntryForm(mediator)
{
    /// <summary>What <c>stap</c> in the address can be.</summary>
    public const string Removing = "verwijderen";

    public sealed class EndForm
    {
        public DateOnly? LastDay { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public EndForm Ending { get; set; } = new();

    public DateOnly Today { get; } = clock.Today();

    public CatalogueEntryView Entry => Facts.Entry!;

    public string AfterEnd => Address.Key switch
    {
        CatalogueKinds.Interventions => "Na de laatste dag kan niemand meer naar deze interventie verwijzen. Wie al is verwezen, gaat door.",
        CatalogueKinds.Partners => "Een partner kan pas stoppen als er geen verwijzing meer loopt en de partner na die dag geen interventie meer geeft.",
        CatalogueKinds.Institutions => "Na de laatste dag kan niemand hier een spreekuur plannen. Wat al is gepland of vastgelegd, blijft staan.",
        CatalogueKinds.ActivityKinds => "De activiteit blijft te tellen voor het jaar van de laatste dag en de jaren ervoor.",
        _ => "Na de laatste dag kan niemand deze brief nog beginnen. Brieven die al zijn verstuurd, blijven zoals ze zijn.",
    };

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        await Load(Id);
        var change = new ChangeCatalogueEntry(
            CommandId, Address.Key, Id, BaseVersion, Input.Name, Input.ValidFrom, Input.Kind, Input.Purpose, Input.ProviderId, Input.Places, Input.PlacesPerGroup, Input.Costs,
            Input.Country, Input.Subject, Input.Body);
        if (await Do(change) is null)
        {
            // Having seen what the other did, the user goes on from there.
            if (Conflict is not null)
                BaseVersion = Conflict.CurrentVersion;
            Ending.LastDay = Entry.ValidUntil;
            return Page();
        }

        Notice("De wijziging is opgeslagen.");
        return Redirect($"{Address.Path}/{Id}");
    }

    public Task<IActionResult> OnPostEndAsync() => Take(key => new EndCatalogueEntry(CommandId, key, Id, Ending.LastDay), "De laatste dag is opgeslagen.", typed: true);

    public Task<IActionResult> OnPostReopenAsync() => Take(key => new ReopenCatalogueEntry(CommandId, key, Id), "Collega’s kunnen dit weer kiezen.");

    public Task<IActionResult> OnPostCheckAsync() => Take(key => new CheckCatalogueEntry(CommandId, key, Id), "Dit is gecontroleerd.");

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        Step = null;
        return await Take(key => new RemoveCatalogueEntry(CommandId, key, Id), "Het is verwijderd.", isRemoval: true);
    }

    private async Task<IActionResult> Take(Func<string, ICommand> command, string notice, bool typed = false, bool isRemoval = false)
    {
        var address = CatalogueAddress.Of(Slug);
        if (await Do(command(address.Key), "Ending") is null)
        {
            var lastDay = Ending.LastDay;
            await Show();
            if (typed)
                Ending.LastDay = lastDay;
            return Page();
        }

        Notice(notice);
        return Redirect(isRemoval ? address.Path : $"{address.Path}/{Id}");
    }

    private async Task Show()
    {
        await Load(Id);
        CommandId = Guid.CreateVersion7();
        BaseVersion = Entry.Version;
        Ending.LastDay = Entry.ValidUntil;
        Input = new Form
        {
            Name = Entry.Name,
            Kind = Entry.Intervention?.Kind,
            Purpose = Entry.Intervention?.Purpose,
            ProviderId = Entry.Intervention?.ProviderId,
            Places = Entry.Intervention?.Places,
            PlacesPerGroup = Entry.Intervention?.PlacesPerGroup ?? false,
            Costs = Entry.Intervention?.Costs,
            Country = Entry.Country,
            Subject = Entry.Letter?.Subject,
            Body = Entry.Letter?.Body,
            ValidFrom = Entry.ValidFrom,
        };
    }
}
