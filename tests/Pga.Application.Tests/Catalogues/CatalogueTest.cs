using Microsoft.EntityFrameworkCore;
using Pga.Application.Catalogues;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Catalogues;

/// <summary>An administrator and the shipped catalogues.</summary>
internal abstract class CatalogueTest : SliceTest
{
    protected StaffMember Administrator { get; } = A.Staff(StaffRoles.Administrator, null, "Bea Beheer");

    [SetUp]
    public Task GivenAdministrator() => Pga.Given(Administrator);

    protected static AddCatalogueEntry Adding(string catalogue, string name) => catalogue switch
    {
        CatalogueKinds.Interventions => new(Guid.CreateVersion7(), catalogue, name, Kind: "sport"),
        CatalogueKinds.Institutions => new(Guid.CreateVersion7(), catalogue, name, Country: "NL"),
        CatalogueKinds.LetterTemplates => new(Guid.CreateVersion7(), catalogue, name, Subject: "Over {{aanpak}}", Body: "Beste {{naam}},"),
        _ => new(Guid.CreateVersion7(), catalogue, name),
    };

    protected Task<Guid> Add(string catalogue, string name) => Pga.Send(Administrator, Adding(catalogue, name));

    protected async Task<CatalogueEntryView> Entry(string catalogue, Guid id) => (await Pga.Send(Administrator, new GetCatalogueEntry(catalogue, id))).Entry!;

    /// <summary>A change that changes nothing yet.</summary>
    protected async Task<ChangeCatalogueEntry> Changing(string catalogue, Guid id)
    {
        var e = await Entry(catalogue, id);
        return new(
            Guid.CreateVersion7(), catalogue, id, e.Version, e.Name, e.ValidFrom, e.Intervention?.Kind, e.Intervention?.Purpose, e.Intervention?.ProviderId,
            e.Intervention?.Places, e.Intervention?.PlacesPerGroup ?? false, e.Intervention?.Costs, e.Country, e.Letter?.Subject, e.Letter?.Body);
    }

    protected Task<Guid> End(string catalogue, Guid id, DateOnly lastDay) => Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), catalogue, id, lastDay));

    protected Task<Guid> Shipped(string catalogue, string code) => Pga.Read(db => db.Catalogue(catalogue).Where(e => e.Code == code).Select(e => e.Id).SingleAsync());

    protected static (string Field, string Text) Error(Func<Task> send)
    {
        var error = Assert.ThrowsAsync<Invalid>(send).Errors.Single();
        return (error.Field, error.Text);
    }
}
