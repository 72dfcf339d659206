# Decidir sobre una propuesta.
proposal-title = Propuesta de { $student } en { $classroom }
proposal-approve = Visto bueno y firma
proposal-ask = Hacer una pregunta
proposal-suggest = Sugerir retoques
proposal-send-back = Devolver
proposal-about = Sobre { $student }
proposal-next = { $student } ha firmado esta propuesta. Cuando tú también firmes, será un contrato y empezarán los seguimientos. Le diré a { $student } qué eliges.
proposal-changed = *Lo nuevo de esta versión*
proposal-whole = *La propuesta entera*
# Esperó hasta que el final quedó demasiado cerca, o atrás. Debajo están las fechas de antes y las nuevas.
dates-passed = La propuesta de *{ $student }* en *{ $classroom }* ha esperado tanto que sus fechas ya no encajan.
dates-passed-offer = Puedo sugerir la misma propuesta con estas fechas. Después { $student } la firma:
dates-passed-button = Sugerir estas fechas
dates-passed-next = Aún no hay nada firmado. Al pulsar, firmas tú. Cuando { $student } también firme, será un contrato.
vague-title = *Quizá convenga mirar esto otra vez*
vague-observable = { $target }: todavía no dice qué se verá u oirá.
vague-measure = { $target }: todavía no dice qué se cuenta.
vague-limit-reads-as-ceiling = { $target }: el número suena a límite, como si hacer más fuera fallar.
vague-effort-without-outcome = { $target }: dice qué practicar, y todavía no qué resultado da.
vague-several-targets = { $target }: es más de un objetivo.
vague-compares-with-others = { $target }: depende de cómo les vaya a otras personas.
talk-asked = *{ $name } preguntó:*
talk-answered = *{ $name } respondió:*

# Lo que lee cada cual sobre cómo va el contrato.
standing-a-teacher = Alguien que da esta clase
standing-drafting-student = Este es tu borrador. Solo tú puedes verlo.
standing-drafting-teacher = { $student } sigue trabajando en el borrador.
standing-sent-back-student = { $teacher } te lo ha devuelto y te dice por qué. He guardado tus respuestas: puedes cambiarlas y enviarlo otra vez.
standing-sent-back-teacher = { $teacher } lo ha devuelto a { $student } con un motivo. Cuando llegue una versión nueva, te la mostraré.
standing-proposed-student = Tus docentes ya tienen tu propuesta. Te avisaré en cuanto haya una decisión.
standing-proposed-teacher = { $student } ha enviado una versión más nueva, que espera una decisión. La encontrarás en otro mensaje.
standing-questioned-student = { $teacher } tiene una pregunta. Cuando la respondas, tus docentes decidirán.
standing-questioned-teacher = { $teacher } ha hecho una pregunta a { $student }. Cuando llegue la respuesta, podrás decidir aquí.
standing-amended-student = { $teacher } sugiere retoques. Ahora te toca a ti.
standing-amended-teacher = { $teacher } ha sugerido retoques. Ahora { $student } firma, pregunta o sugiere otra cosa.
standing-active-student = { $teacher } ha firmado, y tú también. Tu contrato termina el { DATETIME($date, dateStyle: "long") }.
standing-active-teacher = { $teacher } ha firmado, y { $student } también. El contrato termina el { DATETIME($date, dateStyle: "long") }.
standing-renegotiating-student = Hay un cambio que espera una firma. Hasta que estén tu firma y la de tu docente, todo sigue igual.
standing-renegotiating-teacher = Hay un cambio que espera una firma. Hasta que estén la firma de quien da la clase y la de { $student }, todo sigue igual.
standing-reassessing-student = El último día ya pasó. Ahora te toca mirar atrás, y a tu docente también.
standing-reassessing-teacher = El último día ya pasó. Ahora te toca mirar atrás, y a { $student } también.
standing-completed-student = Este contrato está completo.
standing-completed-teacher = Este contrato está completo.
standing-closed-student = { $what ->
    [draft] Este borrador se descartó.
    [proposal] Esta propuesta ya no sigue adelante.
   *[contract] Este contrato terminó antes de tiempo.
  }
standing-closed-teacher = { $what ->
    [draft] Este borrador se descartó.
    [proposal] Esta propuesta ya no sigue adelante.
   *[contract] Este contrato terminó antes de tiempo.
  }

# Preguntas antes de decidir.
reviewing-ask-title = Hacer una pregunta
reviewing-ask-submit = Enviar pregunta
reviewing-ask-text = ¿Qué te gustaría saber?
reviewing-ask-text-hint = Es más fácil responder a una sola pregunta cada vez. Recibirás la respuesta con los botones para decidir.
question-asked = *{ $name }* tiene una pregunta sobre tu propuesta:
question-answer = Responder
question-next = Pulsa “Responder” o escribe aquí tu respuesta. Después decidirán tus docentes.
reviewing-answer-title = Responder
reviewing-answer-submit = Enviar respuesta
reviewing-answer-text = Tu respuesta
reviewing-answer-text-hint = Basta con una o dos frases. Después decidirán tus docentes.
question-answered = *{ $name }* ha respondido a la pregunta.
question-sent = He enviado tu respuesta a tus docentes. Te avisaré en cuanto haya una decisión.

# Devolver.
reviewing-redirect-title = Devolver propuesta
reviewing-redirect-submit = Devolver propuesta
reviewing-redirect-text = ¿Qué debería cambiar, y por qué?
reviewing-redirect-text-hint = Esto lo leerá tu estudiante. Di qué está bien ya y una cosa en la que trabajar.
sent-back = *{ $name }* ha leído tu propuesta en { $classroom } y te pide que sigas trabajando en ella:
sent-back-kept = He guardado todo lo que escribiste.
sent-back-go-on = Seguir con mi borrador
sent-back-next = Cambia lo que quieras y envíala otra vez. La recibirá todo el equipo docente de la clase.

# Los retoques sugeridos, y la respuesta.
reviewing-suggest-title = Sugerir retoques
reviewing-suggest-submit = Firmar y enviar
amendment-title = { $teacher } sugiere retoques
amendment-past = Retoques sugeridos en { $classroom }
amendment-intro = Lo demás queda como lo escribiste. Esto sería distinto:
amendment-sign = Firmar los retoques
amendment-counter = Retocar otra vez
amendment-wonder = Hacer una pregunta
amendment-next = Cuando firmes, será un contrato y empezarán los seguimientos. También puedes retocarlo otra vez o hacer una pregunta.
reviewing-counter-title = Retocar otra vez
reviewing-counter-submit = Firmar y enviar
reviewing-wonder-title = Hacer una pregunta
reviewing-wonder-submit = Enviar pregunta
reviewing-wonder-text = ¿Qué te gustaría saber?
reviewing-wonder-text-hint = Tómate tu tiempo. Decidirás cuando tengas la respuesta.
wonder-asked = *{ $name }* tiene una pregunta sobre los retoques que sugeriste:
wonder-next = { $student } decidirá después de tu respuesta.
wonder-answered = *{ $name }* ha respondido a tu pregunta.
wonder-sent = He enviado tu pregunta. Decidirás cuando tengas la respuesta.
reviewing-explain-title = Responder
reviewing-explain-submit = Enviar respuesta
reviewing-explain-text = Tu respuesta
reviewing-explain-text-hint = Esto lo leerá tu estudiante, y después decidirá.

# Firmado.
agreed-for-teacher = *{ $student } ha firmado, y tú también:* empieza el contrato en { $classroom }.
agreed-next-for-teacher = Verás cada seguimiento en tu pestaña Inicio. Te avisaré si alguno se queda sin respuesta.
next-check-in-for-student = *Próximo seguimiento:* { $moment }; te escribiré entonces. Se tarda unos 2 minutos.
next-check-in-for-teacher = *Próximo seguimiento con { $student }:* { $moment }

# Terminado antes de tiempo.
closed-for-student = { $what ->
    [draft] *{ $name }* ha descartado tu borrador en { $classroom }:
    [proposal] *{ $name }* ha descartado tu propuesta en { $classroom }:
   *[contract] *{ $name }* ha terminado antes de tiempo tu contrato en { $classroom }:
  }
closed-for-teacher = { $what ->
    [proposal] *{ $name }* ha retirado su propuesta en { $classroom }:
   *[contract] *{ $name }* ha terminado antes de tiempo el contrato en { $classroom }:
  }
closed-next-for-student = { $what ->
    [contract] Lo que has logrado es tuyo. Escribe “hola” cuando quieras empezar un contrato nuevo.
   *[other] Escribe “hola” cuando quieras empezar otra vez.
  }
closed-next-for-teacher = No volveré a preguntar por esto. Unos comentarios son un buen camino hacia un objetivo nuevo.
closed-by-you-student = { $what ->
    [draft] Has descartado tu borrador en { $classroom }. Nadie más lo ha visto.
    [proposal] Has retirado tu propuesta en { $classroom }. Les diré a tus docentes por qué.
   *[contract] Has terminado antes de tiempo tu contrato en { $classroom }, y ya no habrá seguimientos. Les diré a tus docentes por qué.
  }
closed-by-you-next-student = { $what ->
    [contract] Lo que has logrado es tuyo. Escribe “hola” cuando quieras empezar un contrato nuevo.
   *[other] Escribe “hola” cuando quieras empezar otra vez.
  }
closed-by-you-teacher = { $what ->
    [draft] Has descartado el borrador de *{ $student }* en { $classroom }. Le diré a { $student } por qué.
    [proposal] Has descartado la propuesta de *{ $student }* en { $classroom }. Le diré a { $student } por qué.
   *[contract] Has terminado antes de tiempo el contrato con *{ $student }* en { $classroom }, y ya no habrá seguimientos. Le diré a { $student } por qué.
  }
closed-by-you-next-teacher = No volveré a preguntar por esto. Unos comentarios son un buen camino hacia un objetivo nuevo.

refusal-signature-does-not-fit = Esta versión ya no corresponde a su firma. Sugiere un cambio, para que haya una versión nueva que firmar.
refusal-student-not-here = { $name } no está ahora en esta clase. Cuando vuelva al canal de la clase, podrás seguir aquí.
refusal-you-decided-already = { $status ->
    [questioned] Ya has preguntado sobre esto. Cuando llegue la respuesta, podrás decidir.
    [amended] Ya has sugerido retoques. Ahora decide tu estudiante.
    [drafting] Esto ya lo has devuelto. Cuando llegue una versión nueva, te la mostraré.
   *[other] Esto ya lo has firmado. Ahora es un contrato.
  }
refusal-somebody-decided = { $status ->
    [questioned] { $name } se adelantó e hizo una pregunta. Cuando llegue la respuesta, podrás decidir.
    [amended] { $name } se adelantó y sugirió retoques. Ahora decide tu estudiante.
    [drafting] { $name } se adelantó y devolvió la propuesta. Cuando llegue una versión nueva, te la mostraré.
   *[other] { $name } se adelantó y firmó. Ahora es un contrato.
  }
refusal-nothing-asked = Aquí no hay ninguna pregunta abierta. El mensaje más reciente sobre tu contrato dice cómo va.
# Debajo de un cambio de los días de seguimiento que espera: los días en que preguntaría.
check-ins-to-come = { $count ->
    [one] Así, el próximo seguimiento sería el { $dates }.
   *[other] Así, los próximos seguimientos serían: { $dates }.
  }
refusal-no-check-in-by-midpoint = Con estos días, el primer seguimiento llegaría en la segunda mitad. Elige un día anterior o un final posterior.
refusal-second-week-too-late = Con cada dos semanas, el primer seguimiento llegaría en la segunda mitad. Elige cada semana o la otra semana.
refusal-version-too-late = Esta versión esperó tanto que sus fechas ya no encajan. Elige un final posterior u otros días de seguimiento.
refusal-change-too-late = Este cambio esperó tanto que sus fechas ya no encajan. Di que no y sugiere otro.
refusal-wording-hides = { $status ->
    [renegotiating] Este cambio tiene caracteres ocultos, así que puede no decir lo que ves. No se ha firmado nada. Di que no y sugiérelo otra vez: yo los quitaré.
   *[other] Este texto tiene caracteres ocultos, así que puede no decir lo que ves. No se ha firmado nada. Pulsa el botón para abrirlo sin ellos. Léelo y envíalo: así firmas lo que ves.
  }
