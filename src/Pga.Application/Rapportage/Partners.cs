namespace Pga.Application.Rapportage;

/// <summary>Partners, counted by <see cref="FactReader"/>.</summary>
internal static class Partners
{
    public const string Id = "partners";

    public static CountedTable Involved(Facts facts)
    {
        var table = new CountedTable(Id, Units.Trajects, "Betrokken partners",
            "Trajecten die op enig moment in het jaar liepen en waarbij de partner op enig moment in het jaar betrokken was. Bij een traject kunnen meer partners betrokken zijn; de rijen tellen daarom niet op.",
            facts.ThisYear);
        foreach (var partner in facts.Catalogue.Partners)
        {
            if (partner.NeedsReview && !facts.PartnerTrajects.ContainsKey(partner.Id))
                continue;
            table.Add(partner.Name, partner.Name, _ => facts.PartnerTrajects.GetValueOrDefault(partner.Id));
        }

        return table;
    }
}
