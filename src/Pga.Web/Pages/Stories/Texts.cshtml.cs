using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Stories;
using Pga.Domain.Common;
using Pga.Domain.Stories;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Stories;

/// <summary>What a manager writes beside the figures of a year, all on one page.</summary>
public sealed class TextsModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public List<Block> Texts { get; set; } = [];
    }

    public sealed class Block
    {
        public string Kind { get; set; } = "";

        public string Key { get; set; } = "";

        public Guid BaseVersion { get; set; }

        /// <summary>What the form showed; a text that wasn't touched isn't sent on.</summary>
        public string? Was { get; set; }

        public string? Text { get; set; }

        public bool IsTouched => Plain(Text) != Plain(Was);

        // A browser sends line breaks as two characters.
        private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
    }

    public int Year { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public TextsOfYear Texts { get; private set; } = null!;

    public YearChoice Choice => new("/rapportage/teksten", Year, clock.Today().Year);

    public async Task<IActionResult> OnGetAsync(int? year, [FromQuery(Name = "jaar")] int? chosen)
    {
        if (chosen is not null)
            return Redirect($"/rapportage/teksten/{chosen}");
        await Load(year);
        Input = new Form { CommandId = Guid.CreateVersion7(), Texts = [.. Texts.Texts.Select(t => new Block { Text = t.Text })] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year)
    {
        var sent = Input.Texts.Select((block, i) => (block, i)).Where(t => t.block.IsTouched).ToList();
        if (await Do(new WriteTexts(Input.CommandId, year, [.. sent.Select(t => new TextEdit(t.block.Kind, t.block.Key, t.block.Text, t.block.BaseVersion))])) is not null)
        {
            Notice(sent.Count == 0 ? "Er was niets veranderd." : "De teksten zijn opgeslagen.");
            return Redirect($"/rapportage/teksten/{year}");
        }

        Rename(sent.ConvertAll(t => t.i));
        await Load(year);
        Merge();
        return Page();
    }

    /// <summary>The heading above this text, when it is the first of its part.</summary>
    public string? StartsPart(int i)
    {
        var isTable = Texts.Texts[i].Kind == TextBlockKinds.Table;
        return i == 0 ? "Bij de tabellen" : !isTable && Texts.Texts[i - 1].Kind == TextBlockKinds.Table ? "Evaluaties per aanpak" : null;
    }

    private async Task Load(int? year)
    {
        Texts = await Ask(new GetTexts(year ?? clock.Today().Year - 1));
        Year = Texts.Year;
    }

    // The command numbered only what was sent.
    private void Rename(List<int> sent)
    {
        foreach (var (key, entry) in ModelState.Where(e => e.Value!.Errors.Count > 0 && e.Key.StartsWith("Input.Texts[", StringComparison.Ordinal)).ToList())
        {
            var end = key.IndexOf(']', StringComparison.Ordinal);
            var place = sent[int.Parse(key["Input.Texts[".Length..end], System.Globalization.CultureInfo.InvariantCulture)];
            var errors = entry!.Errors.Select(e => e.ErrorMessage).ToList();
            entry.Errors.Clear();
            entry.ValidationState = Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Valid;
            foreach (var error in errors)
                ModelState.AddModelError($"Input.Texts[{place}]{key[(end + 1)..]}", error);
        }
    }

    /// <summary>What was typed stays; where nothing was typed stands what there is now.</summary>
    private void Merge()
    {
        var typed = Input.Texts.Where(t => t.IsTouched).ToDictionary(t => (t.Kind, t.Key), t => t.Text);
        Input.Texts = [.. Texts.Texts.Select(t => new Block { Text = typed.TryGetValue((t.Kind, t.Key), out var text) ? text : t.Text })];
        for (var i = 0; i < Texts.Texts.Count; i++)
        {
            if (ModelState.TryGetValue($"Input.Texts[{i}].Text", out var entry) && entry.Errors.Count == 0)
                ModelState.Remove($"Input.Texts[{i}].Text");
        }
    }
}
