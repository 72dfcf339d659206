shoutout-halfway = 🎉 *{ $student }* va por buen camino hacia un objetivo: { $statement }
shoutout-goal = 🎉 *{ $student }* ha logrado un objetivo: { $statement }
shoutout-own = 🎉 *{ $student }* alcanzó un hito: { $statement }
shoutout-effort = 🎉 *{ $student }* practicó como había planeado durante cuatro semanas: { $statement }
shoutout-back = 🎉 *{ $student }* sigue adelante con un objetivo: { $statement }
shoutout-own-plain = 🎉 *{ $student }* alcanzó un hito.
shoutout-effort-plain = 🎉 *{ $student }* practicó como había planeado durante cuatro semanas.
shoutout-back-plain = 🎉 *{ $student }* sigue adelante con un objetivo.
shoutout-halfway-plain = 🎉 *{ $student }* va por buen camino hacia un objetivo.
shoutout-goal-plain = 🎉 *{ $student }* ha logrado un objetivo.
# La persona no quiere que se diga su nombre; entonces $student es esto. $statement de shoutout-words son sus propias palabras.
shoutout-someone = Alguien de esta clase
shoutout-words = 🎉 *{ $student }*: { $statement }
milestone-halfway = *Has pasado de { $baseline } a { $value }.* Es el { $percent } % del camino: { $statement }
# El objetivo ha cambiado desde entonces.
milestone-halfway-then = *Has hecho la mitad del camino o más.* Era este objetivo: { $statement }
milestone-goal = *Has llegado a tu meta.* Lo dijiste y lo has hecho: { $statement }
milestone-own = *Alcanzaste un hito tuyo.* Le pusiste nombre tú: { $statement }
milestone-effort = *Practicaste como habías planeado, durante cuatro semanas.* Eso cuesta esfuerzo: { $statement }
milestone-back = *Has vuelto.* Volver a empezar cuesta esfuerzo: { $statement }
milestone-question = ¿Puedo mostrar esto en el canal de { $classroom }, palabra por palabra? La clase no verá nada si no dices que sí.
milestone-share-button = Compartir
milestone-keep-button = Dejar en privado
milestone-question-hint = Si no haces nada, no compartiré nada.
milestone-shared = Ahora la clase puede verlo, en el canal de { $classroom }:
milestone-kept = De acuerdo, la clase no lo verá.
milestone-private = Esto queda entre tus docentes y tú.
milestone-asked-anew = El texto ha cambiado desde que pregunté. El nuevo está en un mensaje más reciente.
milestone-corrected = La cifra de la que sale este mensaje ha cambiado, así que ya no te pregunto si la clase puede verlo. No he compartido nada.
milestone-corrected-next = Cuando llegues al siguiente hito, te lo diré aquí.
milestone-news-halfway = *{ $student }* va por buen camino: { $statement }
milestone-news-goal = *{ $student }* ha llegado a la meta: { $statement }
milestone-news-own = *{ $student }* alcanzó un hito propio: { $statement }
milestone-news-effort = *{ $student }* practicó como había planeado durante cuatro semanas: { $statement }
milestone-news-back = *{ $student }* vuelve a responder después de una pausa: { $statement }
milestone-news-asked = He preguntado a { $student } si la clase puede verlo. Eso solo lo decide { $student }.
milestone-news-shared = Ya está en el canal de la clase.
milestone-news-corrected = { $student } ha corregido una cifra, así que este hito está por llegar: { $statement }
refusal-shoutout-decided = Esto ya lo decidiste, así que se queda así. Volveré a preguntar cuando llegues al siguiente hito.

# El formulario en el que la persona elige el texto. $name es cómo la llamaría.
milestone-word-button = Cambiar el texto
celebrating-word-title = Cambiar el texto
celebrating-word-submit = Ver el texto
celebrating-named = ¿Cómo te nombro?
celebrating-named-full = Nombre completo: { $name }
celebrating-named-first = Nombre de pila: { $name }
celebrating-named-not = Sin nombre
celebrating-words = Tus propias palabras
celebrating-words-hint = Si lo dejas vacío, uso mi frase. Verás el texto completo antes que nadie.
refusal-shoutout-names-others = Aquí aparece el nombre de alguien de tu clase. Escríbelo sin ese nombre.
refusal-shoutout-names-you = Aquí aparece tu nombre. Quítalo, o elige que te nombre.
refusal-shoutout-grade = Esto parece una nota o una puntuación. Eso queda entre tus docentes y tú, así que dilo con otras palabras.
refusal-shoutout-unkind = Esto no lo puse en el canal de la clase. Escribe en una frase lo que hiciste.

# En una clase en la que antes mira un docente: a la persona, antes y después de su sí.
milestone-question-first = Antes lo mira tu docente, y lo publica o lo deja entre ustedes. Si no haces nada, no compartiré nada.
milestone-waits = Antes lo mira tu docente. Después puede ir al canal de { $classroom }:
milestone-waits-hint = Puedes retirar tu sí hasta que se publique. Si nadie lo mira en una semana, queda entre tus docentes y tú.
milestone-news-waits = { $student } ha dicho que sí a mostrarlo a la clase. Antes lo mira un docente.
milestone-news-held = Esto queda entre { $student } y sus docentes.
shoutout-was-posted = *{ $teacher }* ha mirado tu reconocimiento. Lo publico en el canal de *{ $classroom }*.
shoutout-was-held = *{ $teacher }* deja este reconocimiento entre ustedes. La clase no lo ve.
shoutout-was-not-seen = Durante una semana, ningún docente de *{ $classroom }* ha mirado tu reconocimiento. Así que queda entre tus docentes y tú.
shoutout-was-held-next = Lo que has logrado cuenta igual. Puedes preguntar a tu docente por ello.

# A quien mira antes.
shoutouts-wait = { $count ->
    [one] *{ $classroom }:* alguien ha dicho que sí a este reconocimiento. La clase solo lo ve si lo publicas.
   *[other] *{ $classroom }:* hay { $count } reconocimientos con el sí de cada persona. La clase solo ve lo que publicas.
  }
shoutouts-wait-none = *{ $classroom }:* aquí ya no espera ningún reconocimiento.
# El nombre, cuando el texto no lo muestra entero.
shoutouts-wait-from = De { $student }
shoutouts-wait-more = { $count ->
    [one] Uno más aparece aquí cuando hayas decidido sobre estos.
   *[other] { $count } más aparecen aquí cuando hayas decidido sobre estos.
  }
shoutouts-wait-next = Si no haces nada, no se publica nada. Tras una semana diré a la persona que queda entre ustedes.
shoutouts-post-button = Publicar
shoutouts-hold-button = Dejar entre nosotros
refusal-shoutout-not-waiting = Este ya no espera: se decidió, se retiró o cambió. Ahora no he publicado nada.
refusal-shoutout-held = Esto queda entre tus docentes y tú. Volveré a preguntar cuando llegues al siguiente hito.
