/** Formulas of many kinds, as authors write them, one a line. */
export const formulas: readonly string[] = String.raw`
x^2
\frac{a+b}{c}
\sum_{i=1}^{n} i = \frac{n(n+1)}{2}
\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
\begin{pmatrix}a&b\\c&d\end{pmatrix}
\left(\frac{1}{2}\right]
\mathbf{x}\cdot\text{if }y
\sqrt[3]{x+1}
\hat{x}+\overline{ab}+\vec{v}+\dot x+\bar{x}+\tilde{x}+\widehat{abc}
f(x)=\begin{cases}1&x>0\\0&\text{else}\end{cases}
\begin{aligned}a&=b+c\\&=d\end{aligned}
\underbrace{a+b}_{n}+\overbrace{x}^m
A\xrightarrow{f}B
\cancel{x}+\boxed{y}+\underline{z}
\lim_{x\to 0}\frac{\sin x}{x}=1
f'(x)+f''
x\quad y\,z
\mathbb{R}\subset\mathcal{L}\in\mathfrak{g}
\binom{n}{k}
\overset{!}{=}
\big(x\big)\Bigl[\frac12\Bigr]
1{,}234.5
\operatorname{argmax}_x f
\lVert x\rVert\le|y|
\sum_{\substack{i<n\\j<m}}a_{ij}
\left.\frac{dx}{dt}\right|_{t=0}
\left\{x\middle|y\right\}
\begin{array}{c|c}a&b\\\hline c&d\end{array}
\ce{CO2 + H2O -> H2CO3}
x \pmod 5
E=mc^2
{}^{14}_{6}\mathrm{C}
\text{سرعت}=\frac{\text{مسافت}}{۱۲{,}۵}
\alpha\beta\gamma\Gamma\Omega\varepsilon\hbar\nabla\partial\aleph
\iint_D\oint_C\prod_{k}\bigcup_i
a\ne b\approx c\equiv d\not\in e
\forall x\exists y\neg z\wedge w\vee v\Rightarrow u\iff t
\begin{gathered}a=b\\c=d+e+f\end{gathered}
\langle x|y\rangle\lfloor z\rfloor\lceil w\rceil
\begin{vmatrix}1&2\\3&4\end{vmatrix}
x_{n+1}=x_n-\frac{f(x_n)}{f'(x_n)}
\dots\cdots\vdots\ddots
\mathrm{d}x/\mathrm{d}t\quad 30^\circ\ 5\,\%
\overrightarrow{AB}
\boxed{E=mc^2}
`
  .trim()
  .split('\n');
