extension Fixture {
  /// The page of the fixture, to the letter.
  static let page = #"""
    # 1 A small chapter

    Downhill.

    The minimum of
    <a id="eq-f"></a>

    ```math
    f(x) = \mathbb{E}[x^2] \qquad(1.1)
    ```

    is $`x^* = 0.0`$, found in 12 steps \[[Amari98](#ref-Amari98), §2\].

    ```swift
    import Literate
    ```

    <a id="sec-down"></a>

    ## 1.1 Going down

    See [Figure 1.1](#fig-flow) and [(1.1)](#eq-f).

    ```swift
    let minimum = descend()
    value("minimum", minimum)
    print("went down")
    expect(minimum, equals: 0, within: 1e-9, as: "$\\nabla f = 0$")
    ```

    ```text
    minimum = 0
    went down
    ```

    - ✓ $`\nabla f = 0`$: the difference is at most 10⁻¹² (tolerance 10⁻⁹)

    A picture comes out of a hidden cell.

    <a id="fig-flow"></a>

    ![Curves to the origin](flow.svg)

    **Figure 1.1.** The flow of [(1.1)](#eq-f).\
    <sub>Data: [flow.csv](flow.csv) · Script: [flow.gp](flow.gp)</sub>

    <a id="tab-ends"></a>

    **Table 1.1.** Where it ends.

    | $`x`$ | f |
    |---:|---:|
    | 0.5 | 1 |

    <sub>Data: [ends.csv](ends.csv)</sub>

    <a id="ex-two"></a>

    **Exercise 1.1.** What is $`1 + 1`$?

    *Check your answer:* `swift run -c release exercise 01.1 "…"`

    <details>
    <summary>Hint</summary>

    Count.

    </details>

    <details>
    <summary>Solution</summary>

    It is 12.

    </details>

    ## References

    - <a id="ref-Amari98"></a>**[Amari98]** S. Amari. *Natural gradient works efficiently in learning*. Neural Computation 10(2), 251–276, 1998. <https://doi.org/10.1162/089976698300017746>

    ---

    [Contents](../README.md)

    <sub>Effort: standard. Seed: 7. Source of this page: [`Chapters/01-small/main.swift`](../../Chapters/01-small/main.swift).</sub>

    """#
}
