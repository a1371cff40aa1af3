using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Pga.Web.Ui;

/// <summary>For a form of which one field stands for several of the message.</summary>
public static class FieldNames
{
    /// <summary>Shows what was refused under one name at the field of another.</summary>
    public static void Move(ModelStateDictionary state, string from, string to)
    {
        if (from == to || !state.TryGetValue(from, out var entry) || entry.Errors.Count == 0)
            return;
        foreach (var error in entry.Errors.ToList())
            state.AddModelError(to, error.ErrorMessage);
        state.Remove(from);
    }
}
