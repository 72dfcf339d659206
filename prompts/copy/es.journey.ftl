# El camino de un estudiante: una página por cada contrato que firmó con un docente
journey-button = Mi camino
journey-show-title = Mi camino
journey-of-student-title = Contratos
journey-nothing = Todavía no hay nada terminado, y no pasa nada. Cuando termine un contrato, se queda aquí: sus cifras, lo que mostraste y lo que escribiste.
journey-none-finished = Todavía no has terminado ningún contrato. Aquí está el que tienes en marcha.
journey-intro = Tus contratos se quedan aquí, primero los más recientes.
journey-who-sees = Solo lo lees tú, quienes te dan esa clase y quienes ayudan en ella.
journey-with = *{ $classroom }* con { $teacher }
journey-in = *{ $classroom }*
# $start es la cifra del inicio, $numbers tiene un día y una cifra cada vez: "18 de enero: 5 · 25 de enero: 6"
journey-numbers = Inicio: { $start } · { $numbers }
journey-number = { DAY($on) }: { $value }
journey-pieces = *Lo que elegiste mostrar*
journey-pieces-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
  }
journey-feedback-more = { $count ->
    [one] y uno más de antes
   *[other] y { $count } más de antes
  }
journey-look-student = *{ $name } al final*
journey-look-teacher = *{ $name } al final*
journey-look-outside = *Alguien de fuera valoró:*
# Una señal de éxito y cómo se valoró, por ejemplo: del todo
journey-sign = { $text }: { $rated }
journey-newer-button = Más recientes
journey-older-button = Más antiguos

# La lista de lo terminado
journey-past = { $count ->
    [one] *Tienes un contrato terminado.*
   *[other] *Tienes { $count } contratos terminados.*
  }
journey-past-of = { $count ->
    [one] *{ $student } tiene un contrato terminado.*
   *[other] *{ $student } tiene { $count } contratos terminados.*
  }
journey-line = { $classroom }: { $statement }
journey-look-button = Abrir
journey-past-more = { $count ->
    [one] Hay uno más detrás del último: pulsa Abrir y luego Más antiguos.
   *[other] Hay { $count } más detrás del último: pulsa Abrir y luego Más antiguos.
  }
refusal-journey-for-students = Mi camino es para estudiantes. Para ver los contratos de alguien, escribe /accord student y su nombre.
